// Which clocks run for a child today, each with its due day, the sum behind it, its source, and whether it is met.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "clocks/rules/pupil_facts.hpp"
#include "vocabulary/deadline.hpp"
#include "vocabulary/law.hpp"

namespace waymark::clocks {

struct RunningClock {
    ClockKind kind = ClockKind::full_time_after_exclusion;
    std::optional<Id> about;                    // the exclusion or placement
    pupils::Clock clock;                        // `school_days_left` counts in `counted_in`
    DayKind counted_in = DayKind::school;
    std::optional<LawfulReason> reason;         // why it is lawfully not met

    /// A duty that is unmet now, for which no lawful reason is recorded. Time passing never ends it.
    [[nodiscard]] bool is_breach() const { return !clock.is_met && !reason && clock.severity == Severity::breach; }
    [[nodiscard]] bool needs_attention() const { return !clock.is_met && !reason && clock.severity != Severity::info; }
};

/// The numbers of the law on a day, with the authority's own choices in them.
using LawOn = std::function<const Law&(Date)>;

/// All that run for the child, the most pressing first: breaches, warnings, the others; within them by due day. Clocks that are met
/// or lawfully closed come last, and only while they tell something of now: what ended long ago is not listed.
///
/// Rule    R6, R7, R9, R10, R11, R13, R14, R16, R18, R19, R26, R33, R39, R40, R41, R42, R43a
[[nodiscard]] std::vector<RunningClock> clocks_of(const PupilFacts& facts, const CalendarBook& calendars, const LawOn& law, Date today);

/// "5 school days left", "due today", "10 working days late".
[[nodiscard]] std::string left_words(const RunningClock& running);
/// "Duty not met", "Due soon", "Near the limit", "Not known", "On time", "Met", "Lawfully open".
[[nodiscard]] std::string_view state_words(const RunningClock& running);
/// "Was due 9 November 2026, 10 school days late"; "Due today, 24 November 2026"; "Not known: calendar missing"; what was counted, where there is no day.
[[nodiscard]] std::string due_sentence(const RunningClock& running);

}  // namespace waymark::clocks
