// Where a child lives whose address is protected shows on no page, in no file and no answer, nor does what leads there, but to those who
// plan the child's education and care.
#include <doctest/doctest.h>

#include "access/expected_access.hpp"
#include "app/routes.hpp"
#include "pupils/rules/contact_restriction.hpp"

using namespace waymark;
using namespace waymark::testing;

namespace {

constexpr std::string_view of_pupil[] = {"authority", "id", "protected"};
constexpr Statement give_address{
    "test.give_address",
    "update pupil set address = '7 Quiet Street', postcode = 'HD1 1AA', address_protected = ?3, version = version + 1 where authority_id = ?1 and id = ?2",
    "update pupil set address = '7 Quiet Street', postcode = 'HD1 1AA', address_protected = $3, version = version + 1 where authority_id = $1 and id = $2", of_pupil};
constexpr Statement give_home{"test.give_home", "insert into postcode_point (postcode, easting, northing) values ('HD1 1AA', 400000, 400000) on conflict do nothing",
                              "insert into postcode_point (postcode, easting, northing) values ('HD1 1AA', 400000, 400000) on conflict do nothing", {}};
constexpr std::string_view of_authority[] = {"authority"};
constexpr Statement give_sites{"test.give_sites", "update site set easting = 405000, northing = 400000 where authority_id = ?1",
                               "update site set easting = 405000, northing = 400000 where authority_id = $1", of_authority};

void live_there(const TwoAuthorities& town, const PlantedChild& child, bool is_protected)
{
    const auto done = town.world.context.in_transaction([&](Transaction& tx) -> Result<void> {
        tx.run(give_home);
        tx.run(give_sites);
        tx.run(give_address, {{"id", child.id}, {"protected", is_protected}});
        return {};
    });
    REQUIRE(code_of(done) == "");
}

/// What an answer gives away of where the child lives.
std::string given_away(const Response& answer)
{
    for (const std::string_view sign : {"Quiet Street", "HD1 1AA", "HD11AA", "miles from home"})
        if (answer.body.find(sign) != std::string::npos) return std::string{sign};
    return {};
}

/// To how many visitors which of the doors that read a child gives where the child lives.
std::map<std::string, std::set<Role>> shown_at(const TwoAuthorities& town, const House& house, const PlantedChild& child)
{
    std::map<std::string, std::set<Role>> shown;
    for (const Visitor& visitor : town.visitors)
        for (const Route& route : app::all_routes()) {
            if (route.method != Method::get) continue;
            const std::string address = address_of(route.path, town, child);
            for (const auto& asked : {address, address + "?pupil=" + child.in_paths.at("pupil")})
                if (!given_away(house.ask(visitor, Method::get, asked)).empty()) shown[std::string{route.path}].insert(*visitor.role);
        }
    return shown;
}

}  // namespace

TEST_CASE("a protected address shows to commissioners, SEND caseworkers and the virtual school only, and neither does a distance from it to others")
{
    for_each_engine([](World& world) {
        if (world.database.engine() == Engine::postgres) return;  // the pages are the same there
        const TwoAuthorities town{world};
        const House house{town, app::all_routes()};
        const PlantedChild& child = town.child("whose reason begins today");
        // The doors are found with an address that is not protected: were none found, the test below would see nothing.
        live_there(town, child, false);
        const auto open = shown_at(town, house, child);
        CHECK(open.contains("/pupils/{pupil}/people"));
        CHECK(open.contains("/pupils/{pupil}/shortlist"));
        REQUIRE(open.contains("/pupils/{pupil}/shortlist"));
        CHECK(open.at("/pupils/{pupil}/shortlist").contains(Role::school_lead));
        CHECK(open.at("/pupils/{pupil}/people").contains(Role::school_lead));
        CHECK_FALSE(open.at("/pupils/{pupil}/people").contains(Role::provider_manager));
        live_there(town, child, true);
        for (const auto& [door, roles] : shown_at(town, house, child))
            for (const Role role : roles) {
                INFO(door << " as " << enum_text(role));
                CHECK(pupils::may_see_protected_address(role));
            }
        CHECK(given_away(house.ask(town.visitor(Role::commissioner), Method::get, "/pupils/" + child.in_paths.at("pupil") + "/people")) == "Quiet Street");
        CHECK(given_away(house.ask(town.visitor(Role::commissioner), Method::get, "/pupils/" + child.in_paths.at("pupil") + "/shortlist")) == "miles from home");
    });
}
