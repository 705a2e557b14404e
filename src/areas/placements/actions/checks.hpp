// What every new timetable must pass, whether a place is offered, planned, or its week is changed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "directory/rules/programme.hpp"
#include "directory/rules/provider.hpp"
#include "placements/rules/registration_threshold.hpp"
#include "placements/store/placements.hpp"
#include "placements/store/shortlist.hpp"
#include "vocabulary/school_calendar.hpp"
#include "vocabulary/session.hpp"

namespace waymark::placements {

struct TimetableToCheck {
    const ChildFacts& child;
    const directory::Programme& programme;
    const directory::Provider& provider;
    std::vector<WeekdaySession> sessions;
    int minutes = 150;
    DateRange days;
    Money price;
    PriceUnit price_unit = PriceUnit::session;
    RollDuringPlacement roll = RollDuringPlacement::stays_on_roll;
    LegalBasis legal_basis = LegalBasis::s19_other;
    PlacementId placement;             // the one whose timetable changes; nil: a new one
    std::string override_reason;       // given by somebody who may set the threshold aside
};

/// All that stands against it: no sessions, a clash with another setting, no free place, half a day at a day's price, full-time
/// at an unregistered provider, the registration threshold on any day of it.
/// Rule       R25, R28, R51; invariants 2 and 3
[[nodiscard]] Problems problems_with_timetable(Transaction& tx, const TimetableToCheck& check);

/// Whether the provider may take a new child today.
/// Fails      `placement.not_assured` with the reasons
/// Rule       R36
[[nodiscard]] Problems problems_with_provider(Transaction& tx, const directory::Provider& provider);

struct RegistrationWarning {
    ThresholdLevel level = ThresholdLevel::warn;
    Date from;                         // the first day at that level
    std::string words;                 // the sum of that day
};
/// Whether an unregistered provider is near or over the line where it must register, on any of these days (of an open stretch: to
/// the end of the school year). None while it is clear, and for a school.
/// Rule       R28
[[nodiscard]] std::optional<RegistrationWarning> registration_warning(Transaction& tx, const directory::Provider& provider, const DateRange& days);

/// R28 is set aside only by somebody who may sign off placements, with a reason that is kept.
[[nodiscard]] bool may_override_threshold(const Who& who);

/// The last school day of that many weeks from the start; the Friday where the calendar does not reach.
[[nodiscard]] Date last_day_of_weeks(Date start, int weeks, const SchoolCalendar& school);

}  // namespace waymark::placements
