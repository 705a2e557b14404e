// An end moves only with a reason and a review.
#include "placements/rules/extension.hpp"

#include <doctest/doctest.h>

namespace waymark::placements {
namespace {

const Date today = date(2026, 11, 23);
PlacementToExtend running() { return {.state = PlacementState::active, .expected_end = date(2026, 12, 18)}; }
ProposedExtension to_half_term()
{
    return {.new_end = date(2027, 2, 12), .reason = "Attends every day; the school is not ready yet.", .review_on = date(2027, 1, 15)};
}

}  // namespace

TEST_CASE("an extension with a reason and a review is allowed")
{
    CHECK(problems_with(to_half_term(), running(), today).empty());
}

TEST_CASE("without a reason or a review it is refused, and both are said at once")
{
    auto bare = to_half_term();
    bare.reason.clear();
    bare.review_on.reset();
    const auto problems = problems_with(bare, running(), today);
    CHECK(problems.has("placement.reason_missing"));
    CHECK(problems.has("placement.review_missing"));
}

TEST_CASE("the same end is no extension, the next day is")
{
    auto same = to_half_term();
    same.new_end = date(2026, 12, 18);
    same.review_on = same.new_end;
    CHECK(problems_with(same, running(), today).has("placement.end_not_later"));
    same.new_end = date(2026, 12, 19);
    CHECK(problems_with(same, running(), today).empty());
}

TEST_CASE("the review may be on the last day, not after it")
{
    auto late = to_half_term();
    late.review_on = late.new_end;
    CHECK(problems_with(late, running(), today).empty());
    late.review_on = date(2027, 2, 13);
    CHECK(problems_with(late, running(), today).has("placement.review_after_end"));
}

TEST_CASE("a step-out place goes past its thirtieth school day only when the panel has decided")
{
    auto step_out = running();
    step_out.step_out_end = date(2026, 12, 18);
    CHECK(problems_with(to_half_term(), step_out, today).has("placement.step_out_needs_panel"));
    auto agreed = to_half_term();
    agreed.panel_agreed = true;
    CHECK(problems_with(agreed, step_out, today).empty());
}

TEST_CASE("an ended placement is not extended but made anew")
{
    auto ended = running();
    ended.state = PlacementState::ended;
    CHECK(problems_with(to_half_term(), ended, today).has("placement.not_active"));
}

TEST_CASE("on its last day a placement has not drifted, the day after it has")
{
    CHECK(days_past_end(PlacementState::active, date(2026, 11, 23), today) == 0);
    CHECK(days_past_end(PlacementState::active, date(2026, 11, 22), today) == 1);
    CHECK(days_past_end(PlacementState::planned, date(2026, 11, 16), today) == 7);
    CHECK(days_past_end(PlacementState::ended, date(2026, 11, 2), today) == 0);
}

}  // namespace waymark::placements
