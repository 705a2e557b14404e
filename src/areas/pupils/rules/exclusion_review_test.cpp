// The review of a permanent exclusion, and when the name may leave the roll.
#include "pupils/rules/exclusion_review.hpp"

#include <doctest/doctest.h>

namespace waymark::pupils {
namespace {

const Law& law() { return law_on(date(2026, 11, 2)); }
const Date noticed = date(2026, 11, 2), decided = date(2026, 11, 16);
// Fifteen school days after the decision is Monday 7 December; after a request that day, Monday 11 January.
const Date last_request_day = date(2026, 12, 7);

ReviewTimeline timeline(const ReviewFacts& facts, Date today = date(2026, 11, 23))
{
    static const auto school = *SchoolCalendar::make({{"Autumn 2", date(2026, 11, 2), date(2026, 12, 18)}, {"Spring 1", date(2027, 1, 4), date(2027, 2, 12)}});
    return review_timeline(facts, school, law(), today).value();
}

TEST_CASE("governors meet within fifteen school days of the notice: on the day is in time, the day after is late")
{
    CHECK(timeline({.notice_on = noticed}).governors_meet_by == date(2026, 11, 23));
    CHECK_FALSE(timeline({.notice_on = noticed}, date(2026, 11, 23)).is_late);
    CHECK(timeline({.notice_on = noticed}, date(2026, 11, 24)).is_late);
    CHECK(timeline({.notice_on = noticed}, date(2026, 11, 24)).stage == ReviewStage::governors_to_decide);
    CHECK_FALSE(timeline({.notice_on = noticed, .decided_on = date(2026, 11, 25)}, date(2026, 11, 26)).is_late);
}

TEST_CASE("without a request the name may leave the roll the day after the period, not on its last day")
{
    const ReviewFacts facts{.notice_on = noticed, .decided_on = decided};
    CHECK(timeline(facts).request_by == last_request_day);
    CHECK(timeline(facts).earliest_roll_removal == date(2026, 12, 8));
    CHECK(timeline(facts, last_request_day).stage == ReviewStage::request_open);
    CHECK(timeline(facts, date(2026, 12, 8)).stage == ReviewStage::may_leave_roll);
}

TEST_CASE("before the governors decide no name leaves the roll")
{
    CHECK(timeline({.notice_on = noticed, .waived_on = noticed}).earliest_roll_removal == std::nullopt);
}

TEST_CASE("a request on the last day keeps the name on the roll until the panel is finished, a day later it does not")
{
    ReviewFacts facts{.notice_on = noticed, .decided_on = decided, .requested_on = last_request_day};
    CHECK(timeline(facts).panel_meets_by == date(2027, 1, 11));
    CHECK(timeline(facts, date(2027, 2, 1)).earliest_roll_removal == std::nullopt);
    CHECK(timeline(facts, date(2027, 2, 1)).is_late);
    facts.panel_met_on = date(2027, 1, 11);
    CHECK_FALSE(timeline(facts, date(2027, 2, 1)).is_late);
    facts.panel_finished_on = date(2027, 1, 14);
    CHECK(timeline(facts, date(2027, 1, 13)).stage == ReviewStage::panel_to_finish);
    CHECK(timeline(facts, date(2027, 1, 14)).stage == ReviewStage::may_leave_roll);
    facts.requested_on = date(2026, 12, 8);
    CHECK(timeline(facts).panel_meets_by == std::nullopt);
    CHECK(timeline(facts).earliest_roll_removal == date(2026, 12, 8));
}

TEST_CASE("a parent who gives up the review in writing lets the name leave that day, never before the governors decide")
{
    CHECK(timeline({.notice_on = noticed, .decided_on = decided, .waived_on = date(2026, 11, 19)}).earliest_roll_removal == date(2026, 11, 19));
    CHECK(timeline({.notice_on = noticed, .decided_on = decided, .waived_on = date(2026, 11, 12)}).earliest_roll_removal == decided);
}

TEST_CASE("a reinstated pupil stays on the roll, and the placement is looked at the same day")
{
    const auto back = timeline({.notice_on = noticed, .decided_on = decided, .requested_on = date(2026, 11, 18), .panel_finished_on = date(2026, 12, 2),
                                .reinstated_on = date(2026, 12, 9)}, date(2027, 2, 1));
    CHECK(back.earliest_roll_removal == std::nullopt);
    CHECK(back.stage == ReviewStage::reinstated);
    CHECK(back.revisit_placement_on == date(2026, 12, 9));
}

TEST_CASE("a review whose days the calendar does not reach has no dates")
{
    const auto short_calendar = *SchoolCalendar::make({{"Autumn 2", date(2026, 11, 2), date(2026, 11, 20)}});
    CHECK(code_of(review_timeline({.notice_on = noticed}, short_calendar, law(), noticed)) == "calendar.missing");
    const auto a_day_more = *SchoolCalendar::make({{"Autumn 2", date(2026, 11, 2), date(2026, 11, 23)}});
    CHECK(review_timeline({.notice_on = noticed}, a_day_more, law(), noticed).has_value());
}

}  // namespace
}  // namespace waymark::pupils
