// A placement starts, is extended or ends: its next review goes on the calendar, moves, or is no longer needed.
#pragma once

#include "reviews/store/reviews.hpp"

namespace waymark::reviews {

/// Puts the next review of the placement on the calendar, or moves the one that is due. When the roll school's calendar does
/// not reach that far, the placement's expected end is the date, and the review's page says why.
/// Rule  R33
[[nodiscard]] Result<void> schedule_next_review(Transaction& tx, PlacementId placement);

/// Reactions of app/reactions.cpp: `about` is the placement.
[[nodiscard]] Result<void> placement_started(Transaction& tx, const Event& event);
[[nodiscard]] Result<void> placement_extended(Transaction& tx, const Event& event);
[[nodiscard]] Result<void> placement_ended(Transaction& tx, const Event& event);

}  // namespace waymark::reviews
