// R26 and A-COM3: no end moves by itself.
#include "placements/rules/extension.hpp"

#include <fmt/format.h>

namespace waymark::placements {

Problems problems_with(const ProposedExtension& extension, const PlacementToExtend& placement, Date today)
{
    Problems found;
    if (placement.state != PlacementState::active) {
        found.add("placement.not_active", "Only a placement that has started and not ended can be extended.");
        return found;
    }
    if (extension.new_end <= placement.expected_end)
        found.add("placement.end_not_later",
                  fmt::format("The new end must be after {}, the end agreed so far.", long_date(placement.expected_end)), "new_end");
    else if (extension.new_end < today)
        found.add("placement.end_in_the_past", "The new end must be today or later.", "new_end");
    if (extension.reason.empty()) found.add("placement.reason_missing", "Enter why the placement goes on.", "reason");
    if (!extension.review_on)
        found.add("placement.review_missing", "Enter when the placement will be reviewed again.", "review_on");
    else if (*extension.review_on < today)
        found.add("placement.review_in_the_past", "The review must be today or later.", "review_on");
    else if (*extension.review_on > extension.new_end)
        found.add("placement.review_after_end", "The review must be on or before the new end.", "review_on");
    if (placement.step_out_end && extension.new_end > *placement.step_out_end && !extension.panel_agreed)
        found.add("placement.step_out_needs_panel",
                  fmt::format("A step-out place ends on {} at the latest. To go on, the panel must decide first.", long_date(*placement.step_out_end)),
                  "new_end");
    return found;
}

int days_past_end(PlacementState state, Date expected_end, Date today)
{
    if (state == PlacementState::ended || today <= expected_end) return 0;
    return days_between(expected_end, today);
}

}  // namespace waymark::placements
