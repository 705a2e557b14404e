// Whose school days are counted: a school's own calendar, or the authority's where it has none or the child has no school; and the
// calendars as people keep them.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "people/rules/school_terms.hpp"
#include "platform/context.hpp"
#include "platform/database/database.hpp"
#include "vocabulary/school_calendar.hpp"

namespace waymark::people {

/// Whose a calendar is; none: the authority's own.
using CalendarOwner = std::optional<OrganisationId>;

struct CalendarOf {
    SchoolCalendar calendar;    // empty when nothing is loaded: it then answers `calendar.missing`, and nobody guesses
    std::string whose;          // whose half-terms they are: "Northgate Academy"; "Harrowdale"
};

/// What counts for that organisation (rules/school_terms.hpp). None: the authority's own, for a child on no roll.
/// Rule           R1
[[nodiscard]] CalendarOf calendar_of(Transaction& tx, CalendarOwner organisation);

struct KeptCalendars {
    KeptCalendar own;           // empty for the authority's own
    KeptCalendar of_authority;
};
[[nodiscard]] KeptCalendars kept_calendars_of(Transaction& tx, CalendarOwner organisation);
/// All that have any entry, by owner.
[[nodiscard]] std::map<CalendarOwner, KeptCalendar> all_kept_calendars(Transaction& tx);

CalendarTermId insert_term(Transaction& tx, CalendarOwner organisation, const HalfTerm& term);
CalendarDayId insert_closure(Transaction& tx, CalendarOwner organisation, const Closure& closure);
/// `version` is the one that was seen. All four fail `calendar.stale` when there is another by now, or nothing any more.
[[nodiscard]] Result<void> update_term(Transaction& tx, CalendarOwner organisation, const KeptTerm& term);
[[nodiscard]] Result<void> remove_term(Transaction& tx, CalendarOwner organisation, CalendarTermId term, int version);
[[nodiscard]] Result<void> update_closure(Transaction& tx, CalendarOwner organisation, const KeptDay& day);
[[nodiscard]] Result<void> remove_closure(Transaction& tx, CalendarOwner organisation, CalendarDayId day, int version);

/// The record that events about a calendar are about: entity `calendar`.
[[nodiscard]] Id calendar_record(CalendarOwner organisation);

}  // namespace waymark::people
