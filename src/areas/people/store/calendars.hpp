// Whose school days are counted: a school's own calendar, or the authority's where it has none or the child has no school.
#pragma once

#include <optional>
#include <string>

#include "platform/context.hpp"
#include "platform/database/database.hpp"
#include "vocabulary/school_calendar.hpp"

namespace waymark::people {

struct CalendarOf {
    SchoolCalendar calendar;    // empty when nothing is loaded: it then answers `calendar.missing`, and nobody guesses
    std::string whose;          // "Northgate Academy"; "Harrowdale"
};

/// organisation   none: the authority's own, for a child on no roll
/// Rule           R1
[[nodiscard]] CalendarOf calendar_of(Transaction& tx, std::optional<OrganisationId> organisation);

/// organisation   none: the authority's own
void insert_term(Transaction& tx, std::optional<OrganisationId> organisation, const HalfTerm& term);
void insert_closure(Transaction& tx, std::optional<OrganisationId> organisation, const Closure& closure);

}  // namespace waymark::people
