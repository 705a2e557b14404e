// Clocks as pages of other areas show them: whoever stands below this area asks through pupils/store/counted_clocks.hpp.
#pragma once

#include "clocks/rules/running_clocks.hpp"
#include "vocabulary/clock.hpp"

namespace waymark::clocks {

[[nodiscard]] ClockShown shown(const RunningClock& running);

/// Answers from now on whoever asks pupils for clocks. Called once, before serving.
void count_for_areas_below();

}  // namespace waymark::clocks
