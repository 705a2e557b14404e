// How many places of a programme are taken at once: the most children there in the same session on any one day.
#pragma once

#include <span>

#include "foundation/date.hpp"

namespace waymark::placements {

/// The most of these stays that overlap on one day of the window. Two that follow each other need one place, not two.
[[nodiscard]] int peak_use(std::span<const DateRange> stays, DateRange window);

}  // namespace waymark::placements
