// Every ending says why and where to.
#include "placements/rules/ending.hpp"

#include <doctest/doctest.h>

namespace waymark::placements {
namespace {

const PlacementToEnd running{.state = PlacementState::active, .from = date(2026, 9, 7)};
ProposedEnding back_to_school()
{
    return {.ended_on = date(2026, 12, 18), .reason = EndReason::completed_returned_mainstream, .destination = Destination::same_mainstream_school};
}

}  // namespace

TEST_CASE("a return to school with its reason ends a placement")
{
    CHECK(problems_with(back_to_school(), running).empty());
}

TEST_CASE("reason and destination are both needed")
{
    const auto problems = problems_with({.ended_on = date(2026, 12, 18)}, running);
    CHECK(problems.has("placement.end_reason_missing"));
    CHECK(problems.has("placement.destination_missing"));
}

TEST_CASE("with nothing arranged somebody says what happens next")
{
    ProposedEnding ending{.ended_on = date(2026, 12, 18), .reason = EndReason::needs_changed, .destination = Destination::no_destination_yet};
    CHECK(problems_with(ending, running).has("placement.next_step_missing"));
    ending.note = "Priya Raman takes it to the panel on 3 December.";
    CHECK(problems_with(ending, running).empty());
}

TEST_CASE("it can end on its first day, not before")
{
    auto ending = back_to_school();
    ending.ended_on = running.from;
    CHECK(problems_with(ending, running).empty());
    ending.ended_on = running.from - Days{1};
    CHECK(problems_with(ending, running).has("placement.ends_before_it_starts"));
}

TEST_CASE("a plan that never started can be ended on any day")
{
    CHECK(problems_with({.ended_on = date(2026, 9, 1), .reason = EndReason::parent_withdrew, .destination = Destination::same_mainstream_school},
                        {.state = PlacementState::planned, .from = date(2026, 9, 7)}).empty());
}

TEST_CASE("a reason that says back in school contradicts a special school")
{
    auto ending = back_to_school();
    ending.destination = Destination::special_school;
    CHECK(problems_with(ending, running).has("placement.destination_contradicts"));
}

TEST_CASE("a placement ends once")
{
    CHECK(problems_with(back_to_school(), {.state = PlacementState::ended, .from = date(2026, 9, 7)}).has("placement.already_ended"));
}

}  // namespace waymark::placements
