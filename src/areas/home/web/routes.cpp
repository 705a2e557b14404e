// All addresses of the front page, with who may use them.
#include "home/web/routes.hpp"

#include "home/web/pages.hpp"

namespace waymark::home {

std::span<const Route> routes()
{
    using enum Method;
    static constexpr Route table[] = {
        {get, "/work", Permission::see_work, show_work},
        {get, "/work/{task}", Permission::see_work, show_task},
        {post, "/work/{task}", Permission::see_work, submit_task},
        {get, "/search", Permission::see_work, show_search},
    };
    return table;
}

}  // namespace waymark::home
