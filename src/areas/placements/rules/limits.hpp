// How long a placement may run: a step-out place, and teaching by a provider that is no school.
#pragma once

#include <optional>

#include "foundation/date.hpp"
#include "foundation/result.hpp"
#include "vocabulary/law.hpp"
#include "vocabulary/school_calendar.hpp"
#include "vocabulary/severity.hpp"

namespace waymark::placements {

/// A step-out place that has not ended.
struct StepOut {
    Date starts_on;
    std::optional<Date> assessed_on;        // the risk of exclusion; the assessment is what a step-out is for
    bool panel_extended = false;            // by a decision made since
};

struct StepOutWatch {
    Date latest_end;                        // law.step_out_school_days, the first day counted
    Date assess_by;                         // law.step_out_assessment_school_days, the first day counted
    bool is_over = false;                   // today is past the latest end
    bool assessment_is_missing = false;     // that day is here and there is none
    Severity severity = Severity::info;     // warns; it is never a breach, for no statute sets these days
};

/// Fails    `calendar.missing`
/// Rule     R26
/// Source   Sheffield's guide to alternative provision: up to 6 weeks
[[nodiscard]] Result<StepOutWatch> watch(const StepOut& place, const SchoolCalendar& school, const Law& law, Date today);

struct TimeOutsideSchool {
    Date last_day_within;                   // of law.non_school_weeks
    int weeks = 0;                          // from the first to the planned last day, or today; begun weeks count whole
    bool is_over = false;                   // it has run longer already
    bool will_be_over = false;              // it is planned to run longer
    Severity severity = Severity::info;     // warns: the limit is a proposal, not law
};

/// How long a placement with a provider that is no school runs against the limit that is proposed.
/// planned_end   none: not agreed
/// Rule     R27
/// Source   DfE, consultation 2024 and response August 2025: intended, not in force
[[nodiscard]] TimeOutsideSchool time_outside_school(Date starts_on, std::optional<Date> planned_end, const Law& law, Date today);

}  // namespace waymark::placements
