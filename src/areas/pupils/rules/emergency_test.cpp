// Who may open a record in an emergency, what they must say, and both edges of how long it counts.
#include "pupils/rules/emergency.hpp"

#include <doctest/doctest.h>

#include "foundation/enum_text.hpp"

namespace waymark::pupils {
namespace {

const Date monday = date(2026, 11, 23);
const Instant half_past_nine = Instant{monday} + std::chrono::hours{9} + std::chrono::minutes{30};
constexpr std::chrono::milliseconds a_moment{1};

EmergencyRequest request()
{
    return {.reference = "7F3K-2M", .last_name = {}, .born = {}, .danger = Danger::missing, .why = "She has not come home and rang our office crying"};
}

std::string wrong_with(const EmergencyRequest& asked) { return std::string{problems_with(asked).code()}; }

TEST_CASE("those who work with some children may look in an emergency; those who see all need not, inspectors and administrators never may")
{
    for (const Role role : enum_values<Role>()) {
        const auto scope = scope_of(role);
        CHECK_MESSAGE(may_look_in_emergency(role) == (scope != Scope::whole_authority && scope != Scope::nobody), enum_text(role));
    }
    CHECK(may_look_in_emergency(Role::provider_tutor));
    CHECK_FALSE(may_look_in_emergency(Role::commissioner));
    CHECK_FALSE(may_look_in_emergency(Role::inspector));
    CHECK_FALSE(may_look_in_emergency(Role::administrator));
    CHECK_FALSE(may_look_in_emergency(std::nullopt));
}

TEST_CASE("an emergency counts from the moment it is opened up to its end, and not at its end")
{
    const InstantRange opened[] = {{half_past_nine, half_past_nine + std::chrono::hours{24}}};
    const auto at = [&](Instant now) { return sight_of(Role::provider_tutor, {}, opened, std::chrono::floor<Days>(now), now); };
    CHECK(at(half_past_nine - a_moment) == Sight::none);
    CHECK(at(half_past_nine) == Sight::in_emergency);
    CHECK(at(opened[0].before - a_moment) == Sight::in_emergency);
    CHECK(at(opened[0].before) == Sight::none);
}

TEST_CASE("who has a relation to the child sees them by it, whatever they opened, and a role that may not look sees nothing by what it opened")
{
    const InstantRange open[] = {{half_past_nine - a_moment, half_past_nine + a_moment}};
    const Relationship enrolled{.of_organisation = {{date(2026, 9, 2), {}}}};
    CHECK(sight_of(Role::school_lead, enrolled, open, monday, half_past_nine) == Sight::by_relationship);
    CHECK(sight_of(Role::commissioner, {}, open, monday, half_past_nine) == Sight::by_relationship);
    CHECK(sight_of(Role::administrator, {}, open, monday, half_past_nine) == Sight::none);
    CHECK(sight_of(std::nullopt, {}, open, monday, half_past_nine) == Sight::none);
}

TEST_CASE("a child is asked for by reference, or by last name and date of birth together, with the danger and a sentence why")
{
    CHECK(wrong_with(request()) == "");
    auto asked = request();
    asked.reference = " ";
    CHECK(wrong_with(asked) == "emergency.nobody_named");
    asked.last_name = "Mensah";
    CHECK(wrong_with(asked) == "emergency.born_missing");
    asked.born = date(2012, 5, 4);
    CHECK(wrong_with(asked) == "");
    asked.last_name = "";
    CHECK(wrong_with(asked) == "emergency.name_missing");
    asked = request();
    asked.danger = {};
    CHECK(wrong_with(asked) == "emergency.danger_missing");
    asked = request();
    asked.why = "child is in danger";
    CHECK(wrong_with(asked) == "emergency.why_missing");
    asked.why = "a b c d e";
    CHECK(wrong_with(asked) == "emergency.why_missing");
    asked.why = "child is in danger now";
    CHECK(wrong_with(asked) == "");
}

TEST_CASE("a commissioner looks at it within two working days")
{
    CHECK(emergency_review_due(date(2026, 11, 23)) == date(2026, 11, 25));
    CHECK(emergency_review_due(date(2026, 11, 27)) == date(2026, 12, 1));
    CHECK(emergency_review_due(date(2026, 12, 24)) == date(2026, 12, 30));
    CHECK(problems_with(EmergencyReview{.finding = {}, .words = "no"}).size() == 2);
    CHECK(problems_with(EmergencyReview{.finding = Finding::not_right, .words = "The school did not know of any danger"}).empty());
}

TEST_CASE("a record stays open for a day, or for as many hours as the authority chose, from 1 to 72")
{
    CHECK(emergency_hours_chosen({}) == 24);
    CHECK(emergency_hours_chosen("72") == 72);
    CHECK(emergency_hours_chosen("1") == 1);
    for (const auto* kept : {"0", "73", "", "4h", "many"}) CHECK(emergency_hours_chosen(kept) == 24);
}

}  // namespace
}  // namespace waymark::pupils
