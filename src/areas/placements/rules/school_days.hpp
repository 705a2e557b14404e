// What this area counts in school days: the expected sessions of a timetable, the end of a step-out place, the last day for a
// legal notice, the day by which a provider replies.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "foundation/date.hpp"
#include "foundation/result.hpp"
#include "vocabulary/school_calendar.hpp"
#include "vocabulary/session.hpp"

namespace waymark::placements {

/// A timetabled session with its site, in force for a stretch of days.
struct TimetabledSession {
    WeekdaySession when;
    int minutes = 150;
    std::string site;                 // id; empty: online
    DateRange in_force;
};

/// One dated session a child is expected at.
struct ExpectedOn {
    Date day;
    Session session = Session::am;
    std::string site;
    auto operator<=>(const ExpectedOn&) const = default;
};

/// The dated sessions of a timetable: its weekdays on school days, first day and last day included, in order.
///
/// Fails      `calendar.missing` when the calendar does not reach that far; it is never guessed
/// Rule       R1, R25; invariant 4
[[nodiscard]] Result<std::vector<ExpectedOn>> expected_sessions(std::span<const TimetabledSession> timetable, DateRange days,
                                                                const SchoolCalendar& school);

/// The last day a step-out place may run: the 30th school day, the first day counted.
/// school_days  the law's setting (30)
/// Rule       R26
[[nodiscard]] Result<Date> step_out_end(Date start, int school_days, const SchoolCalendar& school);

/// The last day on which the parent can be told of an off-site direction that starts on that day.
/// notice_days  the law's setting (2 school days)
/// Rule       R18: "at least two school days before"
/// Source     Education Act 2002 s.29A; SI 2010/1156 reg 3
[[nodiscard]] Result<Date> latest_notice(Date start, int notice_days, const SchoolCalendar& school);

/// Whether the notice was given in time. None given, or later than the latest day, needs an override with its reason.
[[nodiscard]] bool notice_in_time(std::optional<Date> given, Date latest);

}  // namespace waymark::placements
