// All school calendars at a glance: whose they are, whose half-terms count, and how far this school year and the next are known.
#pragma once

#include <string>
#include <vector>

#include "people/store/calendars.hpp"

namespace waymark::people {

struct CalendarLine {
    CalendarOwner whose;
    std::string name;
    bool is_school = false;      // the law's least number of sessions is told of schools and of the authority's own terms
    bool by_own_terms = true;    // false: the authority's half-terms stand in
    YearKnown this_year, next_year;
};

/// The authority's own first, then schools, then providers, by name. Whoever may change all calendars or see the settings of the
/// authority sees all; a school's or provider's people their own and the authority's, a trust's those of its schools.
[[nodiscard]] std::vector<CalendarLine> calendar_lines(Transaction& tx, const Who& who);

/// How many of those lines do not know this school year to its end.
[[nodiscard]] std::size_t not_known_this_year(const std::vector<CalendarLine>& lines);

}  // namespace waymark::people
