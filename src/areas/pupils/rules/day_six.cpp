// Day six, day one, and runs of suspensions.
#include "pupils/rules/day_six.hpp"

#include <algorithm>

#include "foundation/text.hpp"

namespace waymark::pupils {
namespace {

bool has_length(const Exclusion& exclusion)
{
    return exclusion.kind == ExclusionKind::suspension && exclusion.sessions && *exclusion.sessions > 0 &&
           exclusion.status != ExclusionStatus::rescinded;
}

/// The last school day that a suspension touches: a half day at its start pushes its end on.
Result<Date> last_day_of(const Exclusion& suspension, const SchoolCalendar& school)
{
    const int half_days = *suspension.sessions + (suspension.starts_session == Session::pm ? 1 : 0);
    return school.nth_school_day(suspension.first_day, (half_days + 1) / 2);
}

/// A due day turned into a clock; `warn_from` is the school day from which having nothing is a warning.
Result<Clock> count_down(Clock clock, Date first_day, int warn_from, CountedBy school, Date today, std::optional<Date> full_time_from)
{
    expects(clock.due.has_value());
    clock.working = counting_words(first_day, *clock.due, school);
    clock.school_days_left = TRY(school_days_left(today, *clock.due, school.calendar));
    const bool in_place = full_time_from && *full_time_from <= today;
    clock.is_met = in_place || (full_time_from && *full_time_from <= *clock.due);
    if (clock.is_met) return clock;
    if (today >= *clock.due) clock.severity = Severity::breach;
    else if (TRY(school.calendar.school_days_between(first_day, today)) >= warn_from) clock.severity = Severity::warn;
    return clock;
}

Clock clock_from(Date first_day, std::string name, std::string rule, std::string source, CountedBy school, const Law& law, Date today,
                 std::optional<Date> full_time_from)
{
    const auto due = full_time_due(first_day, school.calendar, law);
    if (!due) return unknown_clock(name, rule, source, school);
    auto clock = count_down({.name = name, .rule = rule, .source = source, .due = *due}, first_day, law.day_six_warning_day, school,
                            today, full_time_from);
    return clock ? *std::move(clock) : unknown_clock(name, rule, source, school);
}

}  // namespace

Result<Date> full_time_due(Date first_day, const SchoolCalendar& school, const Law& law)
{
    return school.nth_school_day(first_day, law.duty_day);
}

bool still_excludes(const Exclusion& exclusion)
{
    switch (exclusion.status) {
    case ExclusionStatus::in_force:
    case ExclusionStatus::governors_pending:
    case ExclusionStatus::upheld:
    case ExclusionStatus::review_panel: return true;
    case ExclusionStatus::reinstated:
    case ExclusionStatus::rescinded:
    case ExclusionStatus::ended: return false;
    }
    return false;
}

std::vector<ExclusionStatus> statuses_after(const Exclusion& exclusion)
{
    using enum ExclusionStatus;
    auto statuses = exclusion.kind == ExclusionKind::permanent ? std::vector{governors_pending, upheld, review_panel, reinstated, rescinded}
                                                               : std::vector{in_force, reinstated, rescinded, ended};
    std::erase(statuses, exclusion.status);
    return statuses;
}

const Exclusion* standing_exclusion(std::span<const Exclusion> exclusions)
{
    const Exclusion* found = nullptr;
    for (const auto& exclusion : exclusions) {
        if (exclusion.kind != ExclusionKind::permanent || !still_excludes(exclusion)) continue;
        if (!found || exclusion.first_day > found->first_day) found = &exclusion;
    }
    return found;
}

Clock day_six_clock(const Exclusion& exclusion, CountedBy school, const Law& law, Date today, std::optional<Date> full_time_from)
{
    return clock_from(exclusion.first_day, "Full-time education after permanent exclusion (day six)", "R6",
                      "Education Act 1996 section 19(3A)", school, law, today, full_time_from);
}

Clock day_one_clock(const Exclusion& exclusion, CountedBy school, Date today, std::optional<Date> full_time_from)
{
    const std::string name = "Education from day one: looked after or has a social worker";
    const std::string source = "DfE suspension and permanent exclusion guidance 2024";
    const auto left = school_days_left(today, exclusion.first_day, school.calendar);
    if (!left) return unknown_clock(name, "R10", source, school);
    Clock clock{.name = name, .rule = "R10", .source = source, .due = exclusion.first_day, .school_days_left = *left,
                .working = counting_words(exclusion.first_day, exclusion.first_day, school)};
    clock.is_met = full_time_from && *full_time_from <= std::max(today, exclusion.first_day);
    if (!clock.is_met && today >= exclusion.first_day) clock.severity = Severity::warn;
    return clock;
}

Result<std::vector<SuspensionRun>> suspension_runs(std::span<const Exclusion> exclusions, const SchoolCalendar& school)
{
    std::vector<Exclusion> suspensions;
    std::ranges::copy_if(exclusions, std::back_inserter(suspensions), has_length);
    std::ranges::sort(suspensions, {}, &Exclusion::first_day);
    std::vector<SuspensionRun> runs;
    for (const Exclusion& suspension : suspensions) {
        const Date first = TRY(school.nth_school_day(suspension.first_day, 1)), last = TRY(last_day_of(suspension, school));
        const bool is_closed = !still_excludes(suspension);
        const bool goes_on = !runs.empty() && (first <= runs.back().last_day || first == TRY(school.add_school_days(runs.back().last_day, 1)));
        if (!goes_on) runs.push_back({.first_day = first, .last_day = last, .is_closed = is_closed});
        runs.back().last_day = std::max(runs.back().last_day, last);
        runs.back().is_closed = runs.back().is_closed && is_closed;
    }
    for (SuspensionRun& run : runs) run.school_days = TRY(school.school_days_between(run.first_day, run.last_day));
    return runs;
}

std::optional<Clock> suspension_clock(std::span<const Exclusion> exclusions, CountedBy school, const Law& law, Date today,
                                      const FullTimeSince& full_time_since)
{
    const std::string name = "Full-time education during suspension (day six)", rule = "R7",
                      source = "Education and Inspections Act 2006 section 100";
    // A suspension of long ago that was closed asks nobody for the calendar of its year.
    const bool any_open = std::ranges::any_of(exclusions, [](const Exclusion& one) { return has_length(one) && still_excludes(one); });
    if (!any_open) return std::nullopt;
    const auto runs = suspension_runs(exclusions, school.calendar);
    if (!runs) return unknown_clock(name, rule, source, school);
    std::optional<Clock> pressing;
    for (const SuspensionRun& run : *runs) {
        if (run.is_closed || run.school_days < law.duty_day) continue;
        const auto full_time_from = full_time_since ? full_time_since(run.first_day) : std::nullopt;
        auto clock = clock_from(run.first_day, name, rule, source, school, law, today, full_time_from);
        const bool met_and_over = clock.is_met && run.last_day < today;
        if (!met_and_over && (!pressing || presses_more(clock, *pressing))) pressing = std::move(clock);
    }
    return pressing;
}

SuspensionTotal suspension_total(std::span<const Exclusion> exclusions, SchoolYear year, const Law& law)
{
    SuspensionTotal total;
    for (const Exclusion& exclusion : exclusions)
        if (has_length(exclusion) && year.days().contains(exclusion.first_day)) total.half_days += *exclusion.sessions;
    if (total.half_days >= 2 * law.suspension_days_warning) total.severity = Severity::warn;
    if (total.half_days > 2 * law.suspension_days_max) total.severity = Severity::breach;
    total.words = std::to_string(total.half_days / 2) + (total.half_days % 2 ? ".5" : "") + " of at most " +
                  counted(law.suspension_days_max, "school day") + " in " + year.text();
    return total;
}

}  // namespace waymark::pupils
