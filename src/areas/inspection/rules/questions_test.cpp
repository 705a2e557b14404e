#include "inspection/rules/questions.hpp"

#include <algorithm>

#include <doctest/doctest.h>

using namespace waymark;
using inspection::PlaceOnDay;
using inspection::Question;

namespace {

const Date asked_on = date(2026, 11, 23);
const Law& the_law = law_on(asked_on);

/// A place about which nobody has anything to ask.
PlaceOnDay in_order()
{
    return {.has_measured_goal = true, .has_way_on = true, .child_was_heard = true, .review_due = asked_on, .is_assured = true, .is_registered = false,
            .minutes_a_week = 900, .is_compulsory_age = true, .is_on_a_roll = true, .days_not_seen = 0, .attendance = {.present = 100}, .agreed_end = asked_on};
}

bool asks(const std::vector<Question>& questions, Question one) { return std::ranges::find(questions, one) != questions.end(); }

}  // namespace

TEST_CASE("R57, R58: about a place that is in order nobody has a question")
{
    CHECK(inspection::questions_on_purpose(in_order(), asked_on).empty());
    CHECK(inspection::questions_on_safety(in_order(), asked_on, the_law).empty());
}

TEST_CASE("R57: a place without a measure, a way on or the child’s view is asked about")
{
    auto place = in_order();
    place.has_measured_goal = place.has_way_on = place.child_was_heard = false;
    CHECK(inspection::questions_on_purpose(place, asked_on) == std::vector{Question::no_measure, Question::no_way_on, Question::child_not_heard});
}

TEST_CASE("R57: a review is asked about from the day after it was due, not on the day")
{
    auto place = in_order();
    place.review_due = asked_on - Days{1};
    CHECK(asks(inspection::questions_on_purpose(place, asked_on), Question::review_overdue));
    place.review_due = asked_on;
    CHECK_FALSE(asks(inspection::questions_on_purpose(place, asked_on), Question::review_overdue));
    place.review_due.reset();
    CHECK_FALSE(asks(inspection::questions_on_purpose(place, asked_on), Question::review_overdue));
}

TEST_CASE("R58: full-time at a setting that is no school begins above 18 hours a week, and concerns children of compulsory school age")
{
    auto place = in_order();
    place.minutes_a_week = 18 * 60;
    CHECK_FALSE(asks(inspection::questions_on_safety(place, asked_on, the_law), Question::full_time_at_unregistered));
    place.minutes_a_week = 18 * 60 + 1;
    CHECK(asks(inspection::questions_on_safety(place, asked_on, the_law), Question::full_time_at_unregistered));
    place.is_compulsory_age = false;
    CHECK_FALSE(asks(inspection::questions_on_safety(place, asked_on, the_law), Question::full_time_at_unregistered));
    place.is_compulsory_age = place.is_registered = true;
    CHECK_FALSE(asks(inspection::questions_on_safety(place, asked_on, the_law), Question::full_time_at_unregistered));
}

TEST_CASE("R58: a child not seen for nine expected days is not yet asked about, for ten is")
{
    auto place = in_order();
    place.days_not_seen = 9;
    CHECK_FALSE(asks(inspection::questions_on_safety(place, asked_on, the_law), Question::out_of_sight));
    place.days_not_seen = 10;
    CHECK(asks(inspection::questions_on_safety(place, asked_on, the_law), Question::out_of_sight));
}

TEST_CASE("R58: a child who misses a tenth of the possible sessions is asked about")
{
    auto place = in_order();
    place.attendance = {.present = 90, .authorised = 10};
    CHECK(asks(inspection::questions_on_safety(place, asked_on, the_law), Question::persistently_absent));
    place.attendance = {.present = 91, .authorised = 9};
    CHECK_FALSE(asks(inspection::questions_on_safety(place, asked_on, the_law), Question::persistently_absent));
}

TEST_CASE("R58: an unchecked setting, no roll and a place past its end are asked about; on its last day a place is not past its end")
{
    auto place = in_order();
    place.is_assured = place.is_on_a_roll = false;
    place.agreed_end = asked_on - Days{1};
    CHECK(inspection::questions_on_safety(place, asked_on, the_law) == std::vector{Question::setting_not_assured, Question::on_no_roll, Question::past_agreed_end});
    place.is_compulsory_age = false;
    CHECK_FALSE(asks(inspection::questions_on_safety(place, asked_on, the_law), Question::on_no_roll));
}
