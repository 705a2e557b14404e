// A clock of the law or of the authority: what must be there by when, how many school days are left, and how that was counted.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "foundation/date.hpp"
#include "foundation/result.hpp"
#include "vocabulary/school_calendar.hpp"
#include "vocabulary/severity.hpp"

namespace waymark::pupils {

struct Clock {
    std::string name;                       // "Full-time education after permanent exclusion"
    std::string rule;                       // "R6"
    std::string source;                     // law or guidance
    std::optional<Date> due;                // none: not known, `working` says why
    std::optional<int> school_days_left;    // 0 on the day itself, negative when late; none: not known
    Severity severity = Severity::info;
    bool is_met = false;
    std::string working;                    // "By the calendar of Northgate Academy: 16 November 2026 is day 1, …"
};

/// A clock of law or practice as the child's pages show it.
struct ClockShown {
    Clock clock;
    std::string when;               // "Due 30 November 2026, 5 school days left"
    std::string state;              // "Duty not met"
    std::string counted_in;         // "school": the kind of day of `clock.school_days_left`
    bool of_exclusion = false;      // set off by a suspension or an exclusion
};

/// The calendar that a clock is counted by, and whose it is, for the words.
struct CountedBy {
    const SchoolCalendar& calendar;
    std::string_view whose;
};

/// "Due 30 November 2026 (in 5 school days)", "Due today, 23 November 2026", "Was due 9 November 2026: 10 school days late",
/// "Met", "Not known: calendar missing".
[[nodiscard]] std::string due_words(const Clock& clock);

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
