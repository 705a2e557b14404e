// R37 to R40, the edge of each clock on both sides.
#include "pupils/rules/plans.hpp"

#include <doctest/doctest.h>

namespace waymark::pupils {
namespace {

const Date plan_monday = date(2026, 11, 2);

const Law& plan_law() { return law_on(plan_monday); }

}  // namespace

TEST_CASE("a child without a plan meets no obstacle of a plan, a child with one is not placed behind the special needs team's back")
{
    CHECK(obstacles_of_plan({}).empty());
    CHECK(obstacles_of_plan({.has_plan = true, .serves_section_f = true}) == std::vector{PlanObstacle::special_needs_team});
}

TEST_CASE("leaving the setting that Section I names needs an amended plan")
{
    PlacementUnderPlan placement{.has_plan = true, .special_needs_team_agreed = true, .changes_named_setting = true, .serves_section_f = true};
    CHECK(obstacles_of_plan(placement) == std::vector{PlanObstacle::amendment});
    placement.plan_amended = true;
    CHECK(obstacles_of_plan(placement).empty());
    placement.serves_section_f = false;
    CHECK(obstacles_of_plan(placement) == std::vector{PlanObstacle::section_f});
}

TEST_CASE("education otherwise than at school stands only with the test, its evidence, the consultation and both sections")
{
    OtherwiseThanAtSchool package{true, true, true, true, true};
    CHECK(gaps_of_otherwise(package).empty());
    package.section_i_names_none = false;
    CHECK(gaps_of_otherwise(package) == std::vector{OtherwiseGap::section_i});
    CHECK(gaps_of_otherwise({}).size() == 5);
}

TEST_CASE("the authority decides by the end of week six and makes the plan final by the end of week twenty")
{
    const auto clocks = assessment_clocks({.requested_on = plan_monday}, plan_monday, plan_law());
    CHECK(clocks.week == 1);
    CHECK(clocks.is_in_progress);
    CHECK(clocks.decision.due == date(2026, 12, 14));
    REQUIRE(clocks.plan);
    CHECK(clocks.plan->due == date(2027, 3, 22));
    CHECK(assessment_clocks({.requested_on = plan_monday}, date(2026, 12, 14), plan_law()).decision.severity == Severity::warn);
    CHECK(assessment_clocks({.requested_on = plan_monday}, date(2026, 12, 15), plan_law()).decision.severity == Severity::breach);
}

TEST_CASE("the eighth day is the first of week two, and before the request there is no week")
{
    CHECK(assessment_clocks({.requested_on = plan_monday}, plan_monday + Days{6}, plan_law()).week == 1);
    CHECK(assessment_clocks({.requested_on = plan_monday}, plan_monday + Days{7}, plan_law()).week == 2);
    CHECK(assessment_clocks({.requested_on = plan_monday}, plan_monday - Days{1}, plan_law()).week == 0);
}

TEST_CASE("a refusal to assess ends the clock of the plan")
{
    const AssessmentDates refused{.requested_on = plan_monday, .decided_on = date(2026, 12, 1), .refused = true};
    CHECK_FALSE(assessment_clocks(refused, date(2026, 12, 1), plan_law()).plan);
    CHECK_FALSE(assessment_clocks(refused, date(2026, 12, 1), plan_law()).is_in_progress);
    CHECK(assessment_clocks(refused, date(2026, 11, 30), plan_law()).plan);
}

TEST_CASE("a plan is reviewed within twelve months of the last review, to the day")
{
    const ReviewedPlan plan{.made_on = date(2025, 3, 3), .last_review_on = date(2026, 2, 24)};
    CHECK(annual_review(plan, {.today = date(2027, 2, 24)}, plan_law()).deadline.severity == Severity::warn);
    CHECK(annual_review(plan, {.today = date(2027, 2, 25)}, plan_law()).deadline.severity == Severity::breach);
    CHECK(annual_review({.made_on = date(2025, 3, 3)}, {.today = date(2026, 1, 1)}, plan_law()).deadline.due == date(2026, 3, 3));
}

TEST_CASE("a permanent exclusion since the last review calls for an early one")
{
    ReviewedPlan plan{.made_on = date(2026, 9, 1), .excluded_on = plan_monday};
    CHECK_FALSE(annual_review(plan, {.today = plan_monday - Days{1}}, plan_law()).is_early);
    const auto review = annual_review(plan, {.today = plan_monday}, plan_law());
    CHECK(review.is_early);
    CHECK(review.deadline.severity == Severity::warn);
    CHECK(review.deadline.due == date(2027, 9, 1));
    plan.last_review_on = plan_monday + Days{10};
    CHECK_FALSE(annual_review(plan, {.today = plan_monday + Days{20}}, plan_law()).is_early);
}

TEST_CASE("from year 9 on the annual review prepares for adulthood, in year 8 not yet")
{
    CHECK_FALSE(must_prepare_for_adulthood(8, plan_law()));
    CHECK(must_prepare_for_adulthood(9, plan_law()));
    CHECK(must_prepare_for_adulthood(14, plan_law()));
}

TEST_CASE("after the meeting the report has two weeks, the decision four, the amended plan twelve")
{
    const auto clocks = review_meeting_clocks({.held_on = plan_monday, .amends = true}, plan_monday, plan_law());
    CHECK(clocks.report.due == date(2026, 11, 16));
    CHECK(clocks.decision.due == date(2026, 11, 30));
    REQUIRE(clocks.amended_plan);
    CHECK(clocks.amended_plan->due == date(2027, 1, 25));
    CHECK_FALSE(review_meeting_clocks({.held_on = plan_monday}, plan_monday, plan_law()).amended_plan);
}

TEST_CASE("an early notice of amendment brings the plan forward, a late one does not put it off")
{
    ReviewMeeting meeting{.held_on = plan_monday, .amends = true, .notice_on = date(2026, 11, 23)};
    CHECK(review_meeting_clocks(meeting, plan_monday, plan_law()).amended_plan->due == date(2027, 1, 18));
    meeting.notice_on = date(2026, 12, 14);
    CHECK(review_meeting_clocks(meeting, plan_monday, plan_law()).amended_plan->due == date(2027, 1, 25));
}

TEST_CASE("a plan for secondary school is final by 15 February, for a move after 16 by 31 March")
{
    CHECK(phase_transfer(2027, false, {.today = plan_monday}, plan_law()).due == date(2027, 2, 15));
    CHECK(phase_transfer(2027, true, {.today = plan_monday}, plan_law()).due == date(2027, 3, 31));
    CHECK(phase_transfer(2027, false, {.today = date(2027, 2, 16)}, plan_law()).severity == Severity::breach);
    CHECK(phase_transfer(2027, false, {.today = date(2027, 2, 16), .done_on = date(2027, 2, 15)}, plan_law()).is_met);
}

}  // namespace waymark::pupils
