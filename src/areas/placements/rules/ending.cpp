// Reason, destination and, where nothing is arranged, what happens next.
#include "placements/rules/ending.hpp"

#include <fmt/format.h>

namespace waymark::placements {

Problems problems_with(const ProposedEnding& ending, const PlacementToEnd& placement)
{
    Problems found;
    if (placement.state == PlacementState::ended) {
        found.add("placement.already_ended", "This placement has already ended.");
        return found;
    }
    if (placement.state == PlacementState::active && ending.ended_on < placement.from)
        found.add("placement.ends_before_it_starts", fmt::format("The last day must be {} or later: that is when it started.", long_date(placement.from)),
                  "ended_on");
    if (!ending.reason) found.add("placement.end_reason_missing", "Choose why the placement ends.", "end_reason");
    if (!ending.destination) found.add("placement.destination_missing", "Choose where the young person goes next.", "destination");
    const bool needs_note = ending.destination == Destination::no_destination_yet || ending.reason == EndReason::other;
    if (needs_note && ending.note.empty())
        found.add("placement.next_step_missing",
                  ending.destination == Destination::no_destination_yet ? "Enter what happens next, who does it and by when."
                                                                        : "Enter the reason in your own words.",
                  "end_note");
    const bool died = ending.reason == EndReason::died;
    if (ending.destination && died != (*ending.destination == Destination::none))
        found.add("placement.destination_contradicts",
                  died ? "Choose “Does not apply” as the destination." : "Choose where the young person goes next.", "destination");
    if (ending.reason == EndReason::completed_returned_mainstream && ending.destination &&
        *ending.destination != Destination::same_mainstream_school && *ending.destination != Destination::other_mainstream_school)
        found.add("placement.destination_contradicts", "The reason says they went back to a mainstream school. Choose which, or change the reason.",
                  "destination");
    return found;
}

}  // namespace waymark::placements
