// The end of a placement: why, where to, what the child says, what the provider reports.
#pragma once

#include <string>

#include "foundation/result.hpp"
#include "placements/rules/ending.hpp"
#include "placements/store/placements.hpp"
#include "platform/context.hpp"

namespace waymark::placements {

struct EndPlacement {
    PlacementId placement;
    int seen_version = 1;
    ProposedEnding ending;
    std::string child_view;          // the young person's own words
    std::string provider_report;
};

/// Ends it: sessions after the last day are taken away, the provider's reason to see the child ends with that day, and a plan
/// that never started sends its referral back to those waiting for a place.
///
/// Fails      the problems of `rules/ending.hpp`; `placement.marks_after` when a register holds marks after the last day
/// Rule       model.md placement; R42
[[nodiscard]] Result<void> end_placement(Context& context, const EndPlacement& command);

}  // namespace waymark::placements
