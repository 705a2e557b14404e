// Whole months and years from a day, as the law counts them.
#pragma once

#include "foundation/date.hpp"

namespace waymark {

/// The day with the same number so many months later, or earlier when negative; the last day of that month when it has no such
/// day: a month after 31 January is 28 February.
/// Source  *Dodds v Walker* [1981] 1 WLR 1027, the corresponding date rule
[[nodiscard]] Date same_day_months_later(Date day, int months);

/// The day on which so many whole years have passed, as for an age: what began on 29 February is a year older on 1 March.
[[nodiscard]] Date years_completed_on(Date from, int years);

}  // namespace waymark
