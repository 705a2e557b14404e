// School days for a step-out place, weeks for teaching outside school.
#include "placements/rules/limits.hpp"

#include <algorithm>

#include "placements/rules/school_days.hpp"

namespace waymark::placements {
namespace {

constexpr int days_a_week = 7;

}  // namespace

Result<StepOutWatch> watch(const StepOut& place, const SchoolCalendar& school, const Law& law, Date today)
{
    StepOutWatch found;
    found.latest_end = TRY(step_out_end(place.starts_on, law.step_out_school_days, school));
    found.assess_by = TRY(school.nth_school_day(place.starts_on, law.step_out_assessment_school_days));
    found.is_over = today > found.latest_end;
    const bool is_assessed = place.assessed_on && *place.assessed_on <= today;
    found.assessment_is_missing = today >= found.assess_by && !is_assessed;
    if ((found.is_over && !place.panel_extended) || found.assessment_is_missing) found.severity = Severity::warn;
    return found;
}

TimeOutsideSchool time_outside_school(Date starts_on, std::optional<Date> planned_end, const Law& law, Date today)
{
    TimeOutsideSchool found{.last_day_within = starts_on + Days{days_a_week * law.non_school_weeks - 1}};
    const int days = std::max(0, days_between(starts_on, planned_end.value_or(today)) + 1);
    found.weeks = (days + days_a_week - 1) / days_a_week;
    found.is_over = std::min(today, planned_end.value_or(today)) > found.last_day_within;
    found.will_be_over = planned_end && *planned_end > found.last_day_within;
    if (found.is_over || found.will_be_over) found.severity = Severity::warn;
    return found;
}

}  // namespace waymark::placements
