// Days left in each kind of day, and the edge between warning and breach.
#include "vocabulary/deadline.hpp"

#include <doctest/doctest.h>

namespace waymark {
namespace {

const Date friday_due = date(2026, 11, 27);

SchoolCalendar autumn_term() { return *SchoolCalendar::make({{"Autumn 2", date(2026, 11, 2), date(2026, 12, 18)}}); }

}  // namespace

TEST_CASE("a duty is in time on its due day and a breach the day after, until it is done")
{
    CHECK(deadline_in_calendar_days(friday_due, {.today = friday_due}).severity == Severity::warn);
    CHECK(deadline_in_calendar_days(friday_due, {.today = friday_due}).days_left == 0);
    const auto late = deadline_in_calendar_days(friday_due, {.today = friday_due + Days{1}});
    CHECK(late.severity == Severity::breach);
    CHECK(late.days_left == -1);
    CHECK(deadline_in_calendar_days(friday_due, {.today = date(2027, 11, 27)}).severity == Severity::breach);
}

TEST_CASE("ten calendar days before the due day it begins to warn, eleven before it does not")
{
    CHECK(deadline_in_calendar_days(friday_due, {.today = friday_due - Days{10}}).severity == Severity::warn);
    CHECK(deadline_in_calendar_days(friday_due, {.today = friday_due - Days{11}}).severity == Severity::info);
}

TEST_CASE("a weekend counts neither as working days nor as school days that are left, yet a duty due on Friday is late on Saturday")
{
    const Date wednesday = date(2026, 11, 25), saturday = date(2026, 11, 28), monday = date(2026, 11, 30);
    CHECK(deadline_in_working_days(monday, {.today = wednesday}).days_left == 3);
    CHECK(deadline_in_school_days(monday, {.today = wednesday}, autumn_term())->days_left == 3);
    CHECK(deadline_in_working_days(friday_due, {.today = saturday}).severity == Severity::breach);
    CHECK(deadline_in_working_days(friday_due, {.today = saturday}).days_left == 0);
    CHECK(deadline_in_working_days(friday_due, {.today = monday}).days_left == -1);
}

TEST_CASE("a week before the due day a duty counted in school days warns")
{
    CHECK(deadline_in_school_days(friday_due, {.today = friday_due - Days{7}}, autumn_term())->severity == Severity::warn);
    CHECK(deadline_in_school_days(friday_due, {.today = friday_due - Days{8}}, autumn_term())->severity == Severity::info);
}

TEST_CASE("what was done late is met and says how late it was; what is planned for later is not done")
{
    const auto done = deadline_in_calendar_days(friday_due, {.today = friday_due + Days{30}, .done_on = friday_due + Days{3}});
    CHECK(done.is_met);
    CHECK(done.severity == Severity::info);
    CHECK(done.days_left == -3);
    const auto planned = deadline_in_calendar_days(friday_due, {.today = friday_due + Days{1}, .done_on = friday_due + Days{2}});
    CHECK_FALSE(planned.is_met);
    CHECK(planned.severity == Severity::breach);
}

TEST_CASE("days that the calendar does not know are not counted down")
{
    CHECK(code_of(deadline_in_school_days(date(2027, 1, 8), {.today = friday_due}, autumn_term())) == "calendar.missing");
}

}  // namespace waymark
