// Each door of the house left open in turn: the knocking at every door must notice each.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include "access/surprises.hpp"
#include "app/routes.hpp"
#include "people/rules/roles.hpp"

using namespace waymark;
using namespace waymark::testing;

namespace {

/// Whether knocking at the door, with this changed row in place of its own, finds it not as expected.
bool is_noticed(const Route& changed, const TwoAuthorities& town, const ExpectedAccess& expected)
{
    const House house{town, {changed}};
    return !surprises_at(changed, house, town, expected, 1).empty();
}

/// Who comes in by this permission. From a child's record the administrator, who sees no child, is kept out twice.
std::set<std::optional<Role>> holders_of(Permission permission, Subject subject)
{
    std::set<std::optional<Role>> roles;
    if (people::may({}, permission)) roles.insert(std::nullopt);
    for (const Role role : enum_values<Role>())
        if (people::may(role, permission) && (subject == Subject::none || role != Role::administrator)) roles.insert(role);
    return roles;
}

/// What the row may say by mistake: open to everybody in the world, to everybody signed in, and one other permission in turn.
std::vector<Permission> mistakes_for(const Route& route, std::size_t turn)
{
    static const auto all = enum_values<Permission>();
    std::vector<Permission> mistakes;
    for (const Permission permission : {Permission::anyone, Permission::signed_in, all[turn % all.size()]})
        if (holders_of(permission, route.subject) != holders_of(route.permission, route.subject)) mistakes.push_back(permission);
    return mistakes;
}

}  // namespace

TEST_CASE("a door whose permission is any other, or whose record nobody asks about, is noticed")
{
    for_each_engine([](World& world) {
        if (world.database.engine() == Engine::postgres) return;  // the rows are the same there
        const TwoAuthorities town{world};
        const auto expected = ExpectedAccess::read();
        std::size_t turn = 0, planted = 0;
        for (const Route& route : routes_behind_the_guard()) {
            INFO(method_name(route.method) << " " << route.path);
            for (const Permission mistake : mistakes_for(route, ++turn)) {
                Route changed = route;
                changed.permission = mistake;
                INFO("its permission is " << enum_text(mistake));
                CHECK(is_noticed(changed, town, expected));
                ++planted;
            }
            if (route.subject == Subject::none) continue;
            Route changed = route;
            changed.subject = Subject::none;
            CHECK(is_noticed(changed, town, expected));
            ++planted;
        }
        CHECK(planted > 600);
    });
}
