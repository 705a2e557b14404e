// The one place that knows Europe/London: instants become local days and clock times here, at the edge.
#pragma once

#include <string>

#include "foundation/date.hpp"

namespace waymark {

/// The calendar day it is in London at that instant.
[[nodiscard]] Date uk_date(Instant instant);

/// Minutes after midnight in London, 0 to 1439.
[[nodiscard]] int uk_minute_of_day(Instant instant);

/// The instant of a London clock time; a time that the spring change skips moves forward one hour.
[[nodiscard]] Instant uk_instant(Date day, int hour, int minute);

[[nodiscard]] std::string uk_clock_time(Instant instant);  // "9:30am", "midday", "2pm"
[[nodiscard]] std::string uk_date_time(Instant instant);   // "23 November 2026 at 9:30am"
[[nodiscard]] std::string iso_instant(Instant instant);    // "2026-11-23T09:30:00.000Z"

}  // namespace waymark
