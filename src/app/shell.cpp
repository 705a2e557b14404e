// The navigation is what the role goes to most, as far as such pages exist and the role may open them.
#include "app/shell.hpp"

#include "foundation/text.hpp"
#include "people/rules/roles.hpp"
#include "platform/access/token.hpp"

namespace waymark::app {
namespace {

constexpr std::size_t items_max = 6;

bool is_open_to(const Router& router, Role role, std::string_view path)
{
    std::vector<std::string> segments;
    for (const auto part : split(path.substr(1), '/')) segments.emplace_back(part);
    const auto* route = router.find(Method::get, segments).route;
    return route && route->path == path && people::may(role, route->permission);
}

std::vector<ui::Link> navigation(const Router& router, Role role)
{
    std::vector<ui::Link> items;
    for (const auto& destination : people::destinations(role))
        if (items.size() < items_max && is_open_to(router, role, destination.path))
            items.push_back({std::string{destination.text}, std::string{destination.path}});
    return items;
}

}  // namespace

ui::Shell bare_shell(const std::string& authority_name, bool demonstration)
{
    ui::Shell shell;
    shell.authority_name = authority_name;
    if (demonstration) shell.demonstration_note = "A made-up area. No child, school or provider in it exists.";
    return shell;
}

ui::Shell shell_for(const Router& router, const Request& request, const Context& context, const Visitor& visitor,
                    const std::string& authority_name)
{
    ui::Shell shell = bare_shell(authority_name, context.demonstration);
    shell.csrf_token = visitor.csrf_token;
    if (!context.who.user.value.is_nil()) shell.send_key = access::make_token();
    shell.current_path = request.url_path;
    if (!visitor.sign_in) return shell;
    const auto& who = context.who;
    shell.person = who.name + ", " + std::string{people::role_name(*who.role)};
    shell.navigation = navigation(router, *who.role);
    shell.may_search = is_open_to(router, *who.role, "/search");
    shell.success = visitor.success;
    return shell;
}

}  // namespace waymark::app
