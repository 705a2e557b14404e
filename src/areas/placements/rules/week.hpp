// A child's week: which setting answers for each session, how many hours it adds up to, and what is missing.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "foundation/date.hpp"
#include "foundation/result.hpp"
#include "placements/rules/words.hpp"
#include "vocabulary/session.hpp"

namespace waymark::placements {

/// One timetabled session of a placement, in force for a stretch of days.
struct Slot {
    WeekdaySession when;
    int minutes = 150;
    DateRange in_force;
    std::string setting;             // "Northfield Farm": names the other setting in a refusal
    bool operator==(const Slot&) const = default;
};

/// All the child's sessions as they stand on one day.
struct Week {
    std::vector<Slot> slots;         // Monday morning first
    int minutes = 0;
    std::vector<WeekdaySession> gaps;  // sessions nobody answers for
    [[nodiscard]] const Slot* at(WeekdaySession when) const;
};

[[nodiscard]] Week week_on(Date day, std::span<const Slot> slots);

/// The sessions of the week that more than one setting answers for, each once.
/// Rule       R25
[[nodiscard]] std::vector<WeekdaySession> double_booked(const Week& week);

/// Whether new sessions can join those the child already has: no weekday session twice while both are in force.
///
/// Fails      `placement.session_taken` for each clash, naming the other setting; `placement.session_twice` within the new ones
/// Rule       R25; invariant 2
[[nodiscard]] Problems clashes(std::span<const Slot> planned, std::span<const Slot> existing);

/// The week against a full-time education for this key stage, said in words.
///
/// full_time_minutes  what the law's settings call full-time for the child's key stage
/// Rule       R13, R25: gaps are named, hours over all settings together
struct WeekAnswer {
    bool is_full_time = false;
    int percent = 0;                 // of full-time, rounded down
    std::string words;               // "15 of 25 hours (60%). 4 sessions have no setting: Thursday morning, …"
};
[[nodiscard]] WeekAnswer against_full_time(const Week& week, int full_time_minutes, bool school_answers_for_gaps);

/// The first day from `since` on which the sessions together make a full-time week; none: on no day.
///
/// slots              those of placements that are really running: one that is only planned keeps no child in education
/// full_time_minutes  what the law's settings call full-time for the child's key stage
/// Rule       R6, R13: the clock of day six stops with full-time education that is really there
[[nodiscard]] std::optional<Date> full_time_from(std::span<const Slot> slots, Date since, int full_time_minutes);

/// "17 hours 30 minutes", "25 hours".
[[nodiscard]] std::string hours_text(int minutes);

}  // namespace waymark::placements
