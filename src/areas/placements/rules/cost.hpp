// What a placement costs: its timetabled sessions on open days times the price, in whole pence.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "foundation/money.hpp"
#include "foundation/result.hpp"
#include "placements/rules/school_days.hpp"
#include "placements/rules/words.hpp"

namespace waymark::placements {

/// A sum with its working, as it is shown: "38 sessions at £45".
struct Cost {
    Money total;
    int units = 0;
    std::string working;
};

/// The cost of these sessions.
///
/// session    each session; day: each day, which needs both its sessions; week: each week with a session; term: each of the
///            three terms with a session (named by the half-term that holds it); place: once, however many sessions
/// Fails      `placement.day_price_needs_both_sessions` when a day-priced timetable has half a day; `calendar.missing`
/// Rule       R51, R25 (only actual sessions are priced)
[[nodiscard]] Result<Cost> cost_of(std::span<const ExpectedOn> sessions, Money price, PriceUnit unit, const SchoolCalendar& school);

/// What a timetable binds the commissioner to pay: to the end of the financial year that holds the first day, and to its own end.
struct Commitment {
    Cost to_year_end, to_end;
};

/// days       both ends known; the first is the first day still to be paid for
/// provider   the calendar of the days on which the provider is open
/// Fails      as `cost_of`
/// Rule       R51
[[nodiscard]] Result<Commitment> commitment(std::span<const TimetabledSession> timetable, DateRange days, Money price, PriceUnit unit,
                                            const SchoolCalendar& provider);

/// Whether a timetable can be priced by the day at all: no morning without its afternoon.
[[nodiscard]] Problems problems_with_price(std::span<const WeekdaySession> sessions, PriceUnit unit);

/// The last day of the financial year that holds the day: 31 March.  Rule R4, R51 (forecast to 31 March)
[[nodiscard]] Date financial_year_end(Date day);

}  // namespace waymark::placements
