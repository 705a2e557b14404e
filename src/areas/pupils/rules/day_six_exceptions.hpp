// The two exceptions to day six, and what they change: when a place that is less than full-time is enough, and when none is owed.
#pragma once

#include <optional>
#include <string>

#include "foundation/date.hpp"
#include "vocabulary/law.hpp"

namespace waymark::pupils {

enum class DaySixException { none, year_11_exams_over, plan_hours };

/// What an exception is judged by.
struct ExceptionFacts {
    int year_group = 0;
    bool public_exams_over = false;             // every one of them taken or missed
    std::optional<int> plan_minutes_a_week;     // to which an EHC plan limits education; none: no plan, or no limit in it
    int provided_minutes_a_week = 0;            // over all settings together
};

/// The exception that holds; none: full-time education is owed. A plan counts only when its limit is below what is usual at
/// that age and all of its hours are provided; where no hours are usual (before Reception, after year 11) it never does.
/// Rule    R8
/// Source  SI 2007/1870 reg. 5
[[nodiscard]] DaySixException exception_of(const ExceptionFacts& facts, const Law& law);

/// What is in place for an excluded pupil. Without an exception on record a part-time place counts for nothing.
struct DaySixProvision {
    std::optional<Date> full_time_from;
    std::optional<Date> part_time_from;         // the first day of less than full-time
    DaySixException exception = DaySixException::none;
    std::optional<Date> exception_from;         // first day on which it held; none: from the first day of the exclusion
};

/// The day from which the duty is met, for `day_six_clock` and `suspension_clock`; none: not yet.
/// first_day   of the exclusion
/// Rule        R6, R8
/// Source      SI 2007/1870 reg. 5
[[nodiscard]] std::optional<Date> day_six_met_from(const DaySixProvision& provision, Date first_day);

[[nodiscard]] std::string exception_name(DaySixException exception);

}  // namespace waymark::pupils
