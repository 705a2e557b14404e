// A later end, with its reason and a new review.
#pragma once

#include <optional>
#include <string>

#include "foundation/result.hpp"
#include "placements/store/placements.hpp"
#include "platform/context.hpp"

namespace waymark::placements {

struct ExtendPlacement {
    PlacementId placement;
    int seen_version = 1;
    Date new_end;
    std::string reason;
    std::optional<Date> review_on;        // when it will be reviewed again
    std::optional<Id> review;             // the review that led to it, if one did
};

/// Extends it, makes its further sessions, and records `extended` with the day of the new review, for reviews to open.
///
/// Fails      the problems of `rules/extension.hpp`; `placement.session_taken`, `calendar.missing`
/// Rule       R26, R33; A-COM3
[[nodiscard]] Result<void> extend_placement(Context& context, const ExtendPlacement& command);

}  // namespace waymark::placements
