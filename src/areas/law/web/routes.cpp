// All addresses of the law, with who may use them.
#include "law/web/routes.hpp"

#include "law/web/pages.hpp"

namespace waymark::law {

std::span<const Route> routes()
{
    using enum Method;
    static constexpr Route table[] = {
        {get, "/rules", Permission::signed_in, show_rules},
        {get, "/rules/ask/{question}", Permission::signed_in, show_question},
        {get, "/rules/{number}", Permission::signed_in, show_rule},
        {get, "/admin/settings/law", Permission::change_settings, show_law_settings},
        {get, "/admin/settings/law/{name}", Permission::change_settings, show_law_setting},
        {post, "/admin/settings/law/{name}", Permission::change_settings, submit_law_setting},
    };
    return table;
}

}  // namespace waymark::law
