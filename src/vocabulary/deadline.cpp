// Counting down to a due day.
#include "vocabulary/deadline.hpp"

#include "vocabulary/bank_holidays.hpp"

namespace waymark {
namespace {

Deadline counted_down(Date due, int days_left, DayKind kind, const Standing& standing)
{
    Deadline deadline{.due = due, .days_left = days_left, .is_met = standing.is_done()};
    if (deadline.is_met) return deadline;
    if (standing.today > due) deadline.severity = Severity::breach;
    else if (days_left <= warning_days(kind)) deadline.severity = Severity::warn;
    return deadline;
}

}  // namespace

Deadline deadline_in_calendar_days(Date due, const Standing& standing)
{
    return counted_down(due, days_between(standing.counted_on(), due), DayKind::calendar, standing);
}

Deadline deadline_in_working_days(Date due, const Standing& standing)
{
    const Date on = standing.counted_on();
    const int left = due >= on ? working_days_between(on + Days{1}, due) : -working_days_between(due + Days{1}, on);
    return counted_down(due, left, DayKind::working, standing);
}

Result<Deadline> deadline_in_school_days(Date due, const Standing& standing, const SchoolCalendar& school)
{
    const Date on = standing.counted_on();
    const int left = due >= on ? TRY(school.school_days_between(on + Days{1}, due)) : -TRY(school.school_days_between(due + Days{1}, on));
    return counted_down(due, left, DayKind::school, standing);
}

}  // namespace waymark
