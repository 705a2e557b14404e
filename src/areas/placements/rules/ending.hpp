// A placement ends with a reason and a destination; nobody simply stops coming.
#pragma once

#include <optional>
#include <string>

#include "foundation/date.hpp"
#include "foundation/result.hpp"
#include "placements/rules/words.hpp"

namespace waymark::placements {

struct ProposedEnding {
    Date ended_on;                                // the last day the child is expected there
    std::optional<EndReason> reason;
    std::optional<Destination> destination;
    std::string note;                             // what happens next; needed where nothing is arranged or the reason is another
};

struct PlacementToEnd {
    PlacementState state = PlacementState::active;
    Date from;                                    // its first day
};

/// What keeps it from being ended; all of it.
///
/// Fails      `placement.already_ended`, `placement.ends_before_it_starts`, `placement.end_reason_missing`,
///            `placement.destination_missing`, `placement.next_step_missing`, `placement.destination_contradicts`
/// Rule       model.md placement (end reason and destination); R42: a child without a destination has a named next step
[[nodiscard]] Problems problems_with(const ProposedEnding& ending, const PlacementToEnd& placement);

}  // namespace waymark::placements
