// A child's week in a case: the sessions at each setting, from the first to the last day on which they are in force.
#pragma once

#include <vector>

#include "law/rules/case.hpp"
#include "placements/rules/school_days.hpp"
#include "placements/rules/week.hpp"

namespace waymark::law {

/// The records under "places", for a list of inputs.
[[nodiscard]] Field places_field();

/// Each session of each place as one slot.
[[nodiscard]] std::vector<placements::Slot> slots_given(Case& given);

/// Weekday sessions as they are written in a case: "mon am".
[[nodiscard]] Value sessions_value(const std::vector<WeekdaySession>& sessions);

}  // namespace waymark::law
