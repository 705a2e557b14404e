// The day a review is due follows the calendar it was counted by.
#include "reviews/actions/follow_placement.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "people/actions/keep_calendar.hpp"
#include "platform/audit/trail.hpp"
#include "support/engines.hpp"
#include "support/made_up.hpp"
#include "support/placed_child.hpp"

using namespace waymark;
using namespace waymark::testing;

namespace {

const Date monday = date(2026, 11, 23);

constexpr Reaction to_calendars[] = {
    {"calendar", "half_term_added", reviews::calendar_changed},
    {"calendar", "half_term_changed", reviews::calendar_changed},
    {"calendar", "day_added", reviews::calendar_changed},
};

/// Kai’s placement from 26 October to 21 December, with its review due by the authority’s calendar: on 18 December.
PlacedChild placed_and_due(World& world)
{
    const auto kai = place_a_child(world, monday);
    world.context.reactions = to_calendars;
    REQUIRE(code_of(people::add_half_term(world.context, std::nullopt, {"Autumn 1", date(2026, 9, 1), date(2026, 10, 23)})) == "");
    REQUIRE(code_of(people::add_half_term(world.context, std::nullopt, {"Autumn 2", date(2026, 11, 2), date(2026, 12, 18)})) == "");
    REQUIRE(code_of(world.context.in_transaction([&](Transaction& tx) { return reviews::schedule_next_review(tx, kai.placement); })) == "");
    return kai;
}

reviews::Review due_review(World& world, const PlacedChild& kai)
{
    const auto all = world.context.read([&](Transaction& tx) { return reviews::reviews_of_placement(tx, kai.placement); });
    REQUIRE(all.size() == 1);
    return all.front();
}

void end_autumn_on(World& world, people::CalendarOwner whose, Date last)
{
    const auto kept = world.context.read([&](Transaction& tx) {
        const auto calendars = people::kept_calendars_of(tx, whose);
        return whose ? calendars.own : calendars.of_authority;
    });
    const auto autumn = std::ranges::find(kept.terms, std::string{"Autumn 2"}, [](const auto& term) { return term.term.name; });
    REQUIRE(autumn != kept.terms.end());
    auto becomes = *autumn;
    becomes.term.to = last;
    REQUIRE(code_of(people::correct_half_term(world.context, whose, becomes)) == "");
}

}  // namespace

TEST_CASE("R33: when the authority’s half-term ends earlier, the review of a child whose school has no calendar of its own is due earlier")
{
    for_each_engine([](World& world) {
        const auto kai = placed_and_due(world);
        CHECK(due_review(world, kai).due_on == date(2026, 12, 18));
        end_autumn_on(world, std::nullopt, date(2026, 12, 11));
        const auto moved = due_review(world, kai);
        CHECK(moved.due_on == date(2026, 12, 11));
        CHECK(moved.version == 2);
        const auto events = world.context.read([&](Transaction& tx) { return audit::history(tx, moved.id.value); });
        REQUIRE(events.size() == 1);
        CHECK(events.front().verb == "due_day_counted_afresh");
    });
}

TEST_CASE("R33: a calendar of another school moves nothing, the calendar of the child’s own does")
{
    for_each_engine([](World& world) {
        const auto kai = placed_and_due(world);
        OrganisationId other;
        REQUIRE(code_of(world.context.in_transaction([&](Transaction& tx) -> Result<void> {
            other = add_school(tx, "Fernhill School");
            return {};
        })) == "");
        REQUIRE(code_of(people::add_half_term(world.context, other, {"Autumn 2", date(2026, 11, 2), date(2026, 12, 4)})) == "");
        CHECK(due_review(world, kai).due_on == date(2026, 12, 18));
        REQUIRE(code_of(people::add_half_term(world.context, kai.school, {"Autumn 1", date(2026, 9, 1), date(2026, 10, 23)})) == "");
        // What comes after is not known by that calendar: the agreed end stands in for the day, and nothing is guessed.
        CHECK(due_review(world, kai).due_on == date(2026, 12, 21));
        REQUIRE(code_of(people::add_half_term(world.context, kai.school, {"Autumn 2", date(2026, 11, 2), date(2026, 12, 4)})) == "");
        CHECK(due_review(world, kai).due_on == date(2026, 12, 4));
    });
}

TEST_CASE("R33: a change that leaves the day as it is moves no review and leaves no trace on it")
{
    for_each_engine([](World& world) {
        const auto kai = placed_and_due(world);
        REQUIRE(code_of(people::add_days(world.context, std::nullopt, {.kind = ClosureKind::inset, .name = "Training", .from = date(2026, 11, 27), .to = date(2026, 11, 27)})) == "");
        CHECK(due_review(world, kai).version == 1);
        CHECK(world.context.in_transaction([](Transaction& tx) { return reviews::count_due_reviews_afresh(tx); }).value() == 0);
    });
}
