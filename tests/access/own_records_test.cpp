// Records that are no child's but somebody's own: a provider's profile, a school's calendar. Their people reach those of nobody else.
#include <doctest/doctest.h>

#include "access/expected_access.hpp"
#include "app/routes.hpp"

using namespace waymark;
using namespace waymark::testing;

namespace {

/// Whether the route takes this record of somebody's own.
bool is_about(const Route& route, std::string_view parameter)
{
    return route.path.contains(parameter) && route.permission != Permission::anyone;
}

/// Whether anything but a refusal comes back.
bool reaches(const House& house, const Visitor& visitor, const Route& route, const std::string& address)
{
    INFO(method_name(route.method) << " " << address << " as " << visitor.name);
    return house.knock(visitor, route.method, address) == Answer::let_in;
}

}  // namespace

TEST_CASE("a provider's people reach no page and no form of another provider, and those of their own")
{
    for_each_engine([](World& world) {
        TwoAuthorities town{world};
        const House house{town, app::all_routes()};
        const PlantedChild& any = town.children.front();
        const auto own = town.in_paths;
        auto others = own;
        others["provider"] = Id::from_words("Otherways Garage").text();
        for (const Route& route : app::all_routes()) {
            if (!is_about(route, "/providers/{provider}")) continue;
            for (const Role role : {Role::provider_manager, Role::provider_tutor}) {
                town.in_paths = others;
                CHECK_FALSE(reaches(house, town.visitor(role), route, address_of(route.path, town, any)));
            }
        }
        town.in_paths = own;
        for (const auto page : {"/providers/{provider}", "/providers/{provider}/edit", "/providers/{provider}/documents/new", "/api/v1/providers/{provider}"})
            CHECK(house.knock(town.visitor(Role::provider_manager), Method::get, address_of(page, town, any)) == Answer::let_in);
    });
}

TEST_CASE("the way to change a provider’s profile is shown to those who may, the way to verify its documents to those who assure it, and to nobody else")
{
    for_each_engine([](World& world) {
        const TwoAuthorities town{world};
        const House house{town, app::all_routes()};
        const auto says = [&](const Visitor& visitor, std::string_view page, std::string_view words) {
            return house.ask(visitor, Method::get, address_of(page, town, town.children.front())).body.contains(words);
        };
        for (const Visitor& visitor : town.visitors) {
            INFO(visitor.name);
            const bool edits = visitor.role == Role::commissioner || visitor.role == Role::provider_manager;
            const bool assures = visitor.role == Role::commissioner || visitor.role == Role::qa_officer;
            CHECK(says(visitor, "/providers/{provider}", "Edit profile") == edits);
            CHECK(says(visitor, "/providers/{provider}/documents", "Add a document") == (edits || assures));
            CHECK(says(visitor, "/providers/{provider}/documents", "Verify<") == assures);
            CHECK(says(visitor, "/providers/{provider}/documents/new", "Add a document</h1>") == (edits || assures));
        }
    });
}

TEST_CASE("a school changes its own calendar, not its sister school's and not the authority's")
{
    for_each_engine([](World& world) {
        TwoAuthorities town{world};
        const House house{town, app::all_routes()};
        const Visitor& lead = town.visitor(Role::school_lead);
        const auto address_with = [&](const Route& route, std::string calendar) {
            town.in_paths["calendar"] = std::move(calendar);
            return address_of(route.path, town, town.children.front());
        };
        for (const Route& route : app::all_routes()) {
            if (!is_about(route, "{calendar}") || route.permission != Permission::change_calendars) continue;
            for (const auto& calendar : {Id::from_words("Fairholme High School").text(), std::string{"authority"}})
                CHECK_FALSE(reaches(house, lead, route, address_with(route, calendar)));
            if (route.path.ends_with("/half-terms/new") && route.method == Method::get)
                CHECK(reaches(house, lead, route, address_with(route, Id::from_words("Millbrook Academy").text())));
        }
    });
}
