// Counting that all clocks of a child share, and its words.
#pragma once

#include <string>
#include <string_view>

#include "foundation/date.hpp"
#include "foundation/result.hpp"
#include "vocabulary/clock.hpp"
#include "vocabulary/school_calendar.hpp"

namespace waymark::pupils {

using waymark::Clock;
using waymark::ClockShown;

/// The calendar that a clock is counted by, and whose it is, for the words.
struct CountedBy {
    const SchoolCalendar& calendar;
    std::string_view whose;
};

/// School days from today until the due day: 0 on the day itself, negative after it.
/// Fails   `calendar.missing`
[[nodiscard]] Result<int> school_days_left(Date today, Date due, const SchoolCalendar& calendar);

/// The counting shown day by day: "2 November 2026 (day 1), 3 November (day 2), …"; over ten days, only its ends.
[[nodiscard]] std::string counting_words(Date first, Date last, CountedBy counted);

/// A clock whose due day could not be counted. It warns, since nobody can say that the duty is met.
[[nodiscard]] Clock unknown_clock(std::string name, std::string rule, std::string source, CountedBy counted);

/// Which of two clocks presses more: those not met before those met, the unknown first, then by due day.
[[nodiscard]] bool presses_more(const Clock& left, const Clock& right);

}  // namespace waymark::pupils
