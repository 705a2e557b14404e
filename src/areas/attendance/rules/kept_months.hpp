// Counts are kept by month; a stretch of days is whole months and what is left over at either end.
#pragma once

#include "foundation/date.hpp"

namespace waymark::attendance {

/// The first day of the month a day is in.
[[nodiscard]] Date first_of_month(Date day);

/// A stretch of days as whole months, plus days before and after them. A part with `from` after `to` holds nothing.
struct KeptMonths {
    Date first_month, last_month;  // first days of the first and last whole month
    Date head_from, head_to;
    Date tail_from, tail_to;
};

/// Splits the days from `from` to `to`, both included. Nothing is marked after `today`, so that a stretch up to today has
/// this month whole.
[[nodiscard]] KeptMonths by_kept_months(Date from, Date to, Date today);

}  // namespace waymark::attendance
