// How long a register waits: for a child who is late, and for the reason of an absence.
#pragma once

#include <string_view>

#include "foundation/date.hpp"
#include "foundation/result.hpp"
#include "vocabulary/law.hpp"
#include "vocabulary/school_calendar.hpp"

namespace waymark::attendance {

/// L for a child who came before the register closed, U for one who came after it.
///
/// minutes_after_opening  whole minutes from the register's opening to the child's arrival
/// open_minutes           how long this school keeps its register open; the minute in which it closes is still open
/// Fails   `attendance.register_open_too_long` (over law.register_open_minutes)
/// Rule    R44
/// Source  DfE, Working together to improve school attendance 2024
[[nodiscard]] Result<std::string_view> late_code(int minutes_after_opening, int open_minutes, const Law& law);

/// The last day on which code N may stand for an absence whose reason is not known; from the next day on it is O.
///
/// absent_on  day of the session; the law.reason_not_known_school_days (5) are counted after it
/// school     the calendar of the school that keeps the register
/// Fails      `calendar.missing`
/// Rule       R44
/// Source     DfE, Working together to improve school attendance 2024
[[nodiscard]] Result<Date> reason_due(Date absent_on, const SchoolCalendar& school, const Law& law);

/// The code of an absence whose reason nobody knows: N up to the day it is due, O after it.
/// Rule       R44
[[nodiscard]] std::string_view code_without_reason(Date due, Date today);

}  // namespace waymark::attendance
