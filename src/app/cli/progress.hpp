// What a verb that takes minutes says meanwhile, on standard error.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace waymark::app {

/// From here on Ctrl+C and the like are heeded by the progress below, so that work is ended tidily.
void stop_tidily_when_asked();
[[nodiscard]] bool is_asked_to_stop();

/// On a terminal one line that moves; elsewhere a line for each thing that is begun, at most one a second. Throws backup::Failure (stopped)
/// with these words once somebody has asked to stop.
[[nodiscard]] std::function<void(std::string_view, double)> progress_for_people(std::string when_stopped);

/// Leaves the terminal's line empty.
void end_progress();

}  // namespace waymark::app
