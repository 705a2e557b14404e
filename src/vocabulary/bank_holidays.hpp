// Bank holidays in England and Wales, and the working days that are left. A working day is not a school day.
#pragma once

#include <vector>

#include "foundation/date.hpp"

namespace waymark {

/// Easter Sunday of the Gregorian calendar.
/// Source  J. Meeus, Astronomical Algorithms, chapter 8 (the "anonymous" algorithm)
[[nodiscard]] Date easter_sunday(int year);

/// The bank holidays of a year, in order: New Year's Day, Good Friday, Easter Monday, the first and last Mondays in May, the
/// last Monday in August, Christmas Day and Boxing Day, those at a weekend moved to the next free weekday; changed by what
/// was proclaimed for single years (reference/bank_holidays.json).
/// Rule    R3
/// Source  Banking and Financial Dealings Act 1971
[[nodiscard]] std::vector<Date> bank_holidays(int year);
[[nodiscard]] bool is_bank_holiday(Date day);

/// Monday to Friday and no bank holiday: what data-protection and social-care clocks count in.
/// Rule    R3
[[nodiscard]] bool is_working_day(Date day);
/// The working day that many working days after the day; before it, when the number is negative.
[[nodiscard]] Date add_working_days(Date day, int working_days);
/// Working days from one day to the other, both included; none when `to` is before `from`.
[[nodiscard]] int working_days_between(Date from, Date to);

}  // namespace waymark
