// A placement goes on after its end only for a reason, and only with a new review.
#pragma once

#include <optional>
#include <string>

#include "foundation/date.hpp"
#include "foundation/result.hpp"
#include "placements/rules/words.hpp"

namespace waymark::placements {

struct ProposedExtension {
    Date new_end;
    std::string reason;
    std::optional<Date> review_on;       // when the new review will be held
    bool panel_agreed = false;           // a decision made after the placement began
};

struct PlacementToExtend {
    PlacementState state = PlacementState::active;
    Date expected_end;
    std::optional<Date> step_out_end;    // R26: set when this is a step-out place
};

/// What keeps it from being extended; all of it.
///
/// Fails      `placement.not_active`, `placement.end_not_later`, `placement.reason_missing`, `placement.review_missing`,
///            `placement.review_after_end`, `placement.step_out_needs_panel`
/// Rule       R26 (a step-out place over its limit needs a panel decision), R33; A-COM3
[[nodiscard]] Problems problems_with(const ProposedExtension& extension, const PlacementToExtend& placement, Date today);

/// Days past the agreed end; 0 on the last day itself.  Product F: drift is visible
[[nodiscard]] int days_past_end(PlacementState state, Date expected_end, Date today);

}  // namespace waymark::placements
