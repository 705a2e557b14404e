// All addresses of the front page, with who may use them.
#include "home/web/routes.hpp"

#include "home/web/pages.hpp"

namespace waymark::home {

std::span<const Route> routes()
{
    using enum Method;
    using enum Permission;
    static constexpr Route table[] = {
        {get, "/work", see_work, show_work},
        {get, "/work/{task}", see_work, show_task},
        {post, "/work/{task}", see_work, submit_task},
        {get, "/search", see_work, show_search},
    };
    return table;
}

}  // namespace waymark::home
