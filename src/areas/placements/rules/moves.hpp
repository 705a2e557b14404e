// Moving in and out: a child who starts again and again, or waits between places.
#pragma once

#include <span>

#include "foundation/date.hpp"
#include "foundation/result.hpp"
#include "vocabulary/law.hpp"
#include "vocabulary/school_calendar.hpp"

namespace waymark::placements {

struct Moves {
    int starts = 0;                   // of the last law.churn_months, that day so many months ago included
    int longest_gap_school_days = 0;  // without any place, between two places of which the later began in those months
    bool is_churn = false;            // law.churn_starts or more, or a gap over law.churn_gap_school_days
};

/// One child's moves up to today.
///
/// placements  all of the child's that really began, in any order; those after today do not count; without an end it still runs
/// school      whose days are counted in the gaps; days between which the child is in another place are no gap
/// Fails       `calendar.missing` when it does not know the days of a gap
/// Rule        R60
[[nodiscard]] Result<Moves> moves_of(std::span<const DateRange> placements, const SchoolCalendar& school, Date today, const Law& law);

}  // namespace waymark::placements
