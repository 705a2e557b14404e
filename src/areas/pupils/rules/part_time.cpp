// Conditions of part-time education, read as lists.
#include "pupils/rules/part_time.hpp"

#include <algorithm>

#include "foundation/text.hpp"

namespace waymark::pupils {
namespace {

bool is_done_by(std::optional<Date> done_on, Date today) { return done_on && *done_on <= today; }

bool is_unlawful(TimetableFault fault)
{
    switch (fault) {
    case TimetableFault::agreement_missing:
    case TimetableFault::end_missing:
    case TimetableFault::past_its_end:
    case TimetableFault::officer_missing: return true;
    case TimetableFault::end_too_late:
    case TimetableFault::review_overdue: return false;
    }
    return true;
}

std::vector<TimetableFault> faults_of(const ReducedTimetable& timetable, const TimetableWatch& found, Date today)
{
    using enum TimetableFault;
    std::vector<TimetableFault> faults;
    if (!is_done_by(timetable.parent_agreed_on, today)) faults.push_back(agreement_missing);
    if (!timetable.to) faults.push_back(end_missing);
    else if (*timetable.to > found.latest_end) faults.push_back(end_too_late);
    if (today > std::min(timetable.to.value_or(found.latest_end), found.latest_end)) faults.push_back(past_its_end);
    if (today > found.next_review) faults.push_back(review_overdue);
    if (found.needs_officer && !is_done_by(timetable.officer_agreed_on, today)) faults.push_back(officer_missing);
    return faults;
}

}  // namespace

std::vector<PartTimePart> missing_from(const PartTimeOnHealthGrounds& recorded)
{
    using enum PartTimePart;
    std::vector<PartTimePart> missing;
    if (!recorded.full_time_not_in_best_interests) missing.push_back(best_interests);
    if (trimmed(recorded.reason).empty()) missing.push_back(reason);
    if (trimmed(recorded.basis).empty()) missing.push_back(basis);
    if (recorded.minutes_a_week.value_or(0) == 0) missing.push_back(hours);
    if (trimmed(recorded.plan_to_increase).empty()) missing.push_back(plan_to_increase);
    if (!recorded.review_on) missing.push_back(review_date);
    return missing;
}

Result<TimetableWatch> watch(const ReducedTimetable& timetable, const SchoolCalendar& school, const Law& law, Date today)
{
    TimetableWatch found;
    Date looked_at = timetable.from;
    for (const Date held : timetable.reviews)
        if (held <= today) looked_at = std::max(looked_at, held);
    found.next_review = TRY(school.add_school_days(looked_at, law.part_time_review_school_days));
    found.latest_end = TRY(school.nth_school_day(timetable.from, law.part_time_end_school_days));
    found.days_running = TRY(school.school_days_between(timetable.from, today));
    found.needs_officer = timetable.renewals > law.part_time_renewals;
    found.faults = faults_of(timetable, found, today);
    if (std::ranges::any_of(found.faults, is_unlawful)) found.severity = Severity::breach;
    else if (!found.faults.empty()) found.severity = Severity::warn;
    return found;
}

}  // namespace waymark::pupils
