// Every door of the house, knocked at by everybody, for every child: what happens is what expected_access.txt says.
#include <algorithm>

#include <doctest/doctest.h>

#include <fmt/format.h>

#include "access/surprises.hpp"
#include "app/routes.hpp"
#include "people/rules/roles.hpp"

using namespace waymark;
using namespace waymark::testing;

namespace {

/// Every row on SQLite. On PostgreSQL, where a request takes five times as long, the first row for each kind of record stands for
/// all that ask the database the same questions.
std::vector<Route> doors_of(const Database& database)
{
    auto doors = app::all_routes();
    if (database.engine() == Engine::sqlite) return doors;
    std::set<Subject> known;
    std::erase_if(doors, [&](const Route& route) { return route.permission == Permission::anyone || !known.insert(route.subject).second; });
    return doors;
}

}  // namespace

TEST_CASE("every door opens to those it is for, and to nobody else, and each look at a child is logged")
{
    for_each_engine([](World& world) {
        const TwoAuthorities town{world};
        const auto expected = ExpectedAccess::read();
        const House house{town, routes_behind_the_guard()};
        for (const Route& route : doors_of(world.database))
            for (const std::string& surprise : surprises_at(route, house, town, expected)) FAIL_CHECK(surprise);
    });
}

TEST_CASE("a form without its token changes nothing, whoever sends it")
{
    for_each_engine([](World& world) {
        const TwoAuthorities town{world};
        const House house{town, routes_behind_the_guard()};
        for (const Route& route : app::all_routes()) {
            if (route.method == Method::get) continue;
            for (const Visitor& visitor : town.visitors) {
                INFO(method_name(route.method) << " " << route.path << " as " << visitor.name);
                const Answer wanted = route.permission == Permission::see_as_family ? Answer::sign_in : Answer::refused;
                CHECK(house.knock(visitor, route.method, address_of(route.path, town, town.children.front()), FormToken::missing) == wanted);
            }
            if (route.permission != Permission::see_as_family) continue;
            const PlantedChild& child = town.child("whose reason begins today");
            const auto reader = std::ranges::find(town.strangers, child.name, &Visitor::family_of);
            REQUIRE(reader != town.strangers.end());
            CHECK(house.knock(*reader, route.method, address_of(route.path, town, child), FormToken::missing) == Answer::refused);
        }
    });
}

TEST_CASE("each role holds the permissions of the doors that are for it, and of no other")
{
    const auto expected = ExpectedAccess::read();
    for (const Route& route : app::all_routes()) {
        const ExpectedDoor* door = expected.door(route.method, route.path);
        REQUIRE(door != nullptr);
        CAPTURE(route.path);
        CHECK(people::may({}, route.permission) == door->is_open_to_anybody);
        for (const Role role : enum_values<Role>())
            CHECK_MESSAGE(people::may(role, route.permission) == (door->is_open_to_anybody || door->roles.contains(role)), enum_text(role));
    }
}

TEST_CASE("each power that is behind no door is held by those it is expected of, and by nobody else")
{
    const auto expected = ExpectedAccess::read();
    std::set<std::string> without_a_door;
    for (const Permission permission : enum_values<Permission>()) {
        if (permission == Permission::anyone || permission == Permission::signed_in) continue;
        if (std::ranges::any_of(app::all_routes(), [&](const Route& route) { return route.permission == permission; })) continue;
        std::string power{enum_text(permission)};
        std::ranges::replace(power, '_', ' ');
        INFO("the power to " << power);
        const auto found = expected.powers().find(power);
        REQUIRE(found != expected.powers().end());
        for (const Role role : enum_values<Role>()) CHECK_MESSAGE(people::may(role, permission) == found->second.contains(role), enum_text(role));
        CHECK_FALSE(people::may({}, permission));
        without_a_door.insert(power);
    }
    for (const auto& [power, holders] : expected.powers()) CHECK_MESSAGE(without_a_door.contains(power), power);
}

TEST_CASE("each line of what is expected is about a door of the house, a child of the town and a role there is")
{
    for_each_engine([](World& world) {
        const TwoAuthorities town{world};
        const auto expected = ExpectedAccess::read();
        std::set<std::string> doors, children;
        for (const Route& route : app::all_routes()) doors.insert(fmt::format("{} {}", method_name(route.method), route.path));
        for (const auto& [name, door] : expected.doors()) {
            INFO("the line of " << name << " has no route");
            CHECK(doors.contains(name));
        }
        for (const PlantedChild& child : town.children) children.insert(child.name);
        for (const auto& [name, seers] : expected.children()) {
            INFO("no such child is planted: " << name);
            CHECK(children.contains(name));
        }
        for (const Role role : enum_values<Role>()) {
            INFO("nothing is said of whom they see: " << enum_text(role));
            CHECK(expected.roles_with_sight().contains(role));
        }
    });
}
