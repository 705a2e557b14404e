// How the guard finds the child of each kind of record, at doors made for it: all kinds, those too that no page names yet.
#include <doctest/doctest.h>

#include "access/expected_access.hpp"

using namespace waymark;
using namespace waymark::testing;

namespace {

Result<Response> come_in(const Request&, Context&) { return html(200, "come in"); }

/// One door for each kind of record, open to everybody who works with children.
std::vector<Route> one_door_a_kind()
{
    using enum Subject;
    constexpr auto get = Method::get;
    constexpr auto see = Permission::see_pupils;
    return {{get, "/planted/pupil/{pupil}", see, come_in, pupil},          {get, "/planted/referral/{referral}", see, come_in, referral},
            {get, "/planted/decision/{decision}", see, come_in, decision}, {get, "/planted/offer/{offer}", see, come_in, offer},
            {get, "/planted/placement/{placement}", see, come_in, placement}, {get, "/planted/review/{review}", see, come_in, review},
            {get, "/planted/document/{document}", see, come_in, document}};
}

}  // namespace

TEST_CASE("a record of whatever kind opens to those who see its child today, and each look is logged")
{
    for_each_engine([](World& world) {
        const TwoAuthorities town{world};
        const auto expected = ExpectedAccess::read();
        const auto doors = one_door_a_kind();
        CHECK(doors.size() + 2 == enum_values<Subject>().size());  // no record, and a family’s own, which no role opens
        const House house{town, doors};
        for (const Route& door : doors)
            for (const Visitor& visitor : town.visitors) {
                if (visitor.role == Role::administrator) continue;  // comes in at none of these doors
                auto looks = town.looks();
                for (const PlantedChild& child : town.children) {
                    INFO(door.path << " as " << visitor.name << ", for the child " << child.name);
                    const bool sees = expected.sees(visitor, child);
                    CHECK(house.knock(visitor, Method::get, address_of(door.path, town, child)) == (sees ? Answer::let_in : Answer::hidden));
                    if (sees) ++looks;
                }
                CHECK(town.looks() == looks);
            }
    });
}

TEST_CASE("a document about no child opens to those whose role includes it, and is no look at anybody")
{
    for_each_engine([](World& world) {
        const TwoAuthorities town{world};
        const House house{town, one_door_a_kind()};
        const std::string address = "/planted/document/" + Id::from_words("document about no child").text();
        CHECK(house.knock(town.visitor(Role::provider_tutor), Method::get, address) == Answer::let_in);
        CHECK(house.knock(town.visitor(Role::administrator), Method::get, address) == Answer::hidden);
        CHECK(town.looks() == 0);
    });
}

TEST_CASE("a record that is not there, and an address that is no record's, are hidden alike")
{
    for_each_engine([](World& world) {
        const TwoAuthorities town{world};
        const House house{town, one_door_a_kind()};
        for (const auto kind : {"pupil", "referral", "decision", "offer", "placement", "review", "document"})
            for (const std::string& key : {Id::from_words("nobody's record").text(), std::string{"7"}, std::string{"%27%20or%20true"}})
                CHECK(house.knock(town.visitor(Role::commissioner), Method::get, "/planted/" + std::string{kind} + "/" + key) == Answer::hidden);
        CHECK(town.looks() == 0);
    });
}
