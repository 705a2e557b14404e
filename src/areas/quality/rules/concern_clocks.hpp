// What must happen by when after an allegation against an adult, or after a provider is suspended.
#pragma once

#include "foundation/result.hpp"
#include "vocabulary/deadline.hpp"
#include "vocabulary/law.hpp"

namespace waymark::quality {

/// The designated officer (LADO) is told within one working day of an allegation against an adult. Children's social care is told
/// at once where a child is at risk: that has no clock.
///
/// raised_on  the day somebody first heard of the allegation, not itself counted
/// standing   today, and the day the designated officer was told
/// Rule       R35
/// Source     Keeping children safe in education, Part 4; Working Together 2023
[[nodiscard]] Deadline lado_told(Date raised_on, const Standing& standing, const Law& law);

/// Each child at a suspended provider is reviewed within three school days. Every placing school is told the same day.
///
/// suspended_on   not itself counted
/// standing       today, and the day the child's review was held
/// school         the calendar of the child's roll school, or the authority's
/// Fails          `calendar.missing`
/// Rule           R35
/// Source         a local choice
[[nodiscard]] Result<Deadline> suspended_child_reviewed(Date suspended_on, const Standing& standing, const SchoolCalendar& school, const Law& law);

}  // namespace waymark::quality
