// A placement starts, is extended or ends: its next review goes on the calendar, moves, or is no longer needed.
#pragma once

#include "reviews/store/reviews.hpp"

namespace waymark::reviews {

/// Puts the next review of the placement on the calendar, or moves the one that is due. When the roll school's calendar does
/// not reach that far, the placement's expected end is the date, and the review's page says why.
/// Rule  R33
[[nodiscard]] Result<void> schedule_next_review(Transaction& tx, PlacementId placement);

/// Counts the date of each review that is due afresh and moves those that differ; each move is in the trail. Answers how many moved.
/// changed  only those counted by that calendar (people/store/calendars.hpp: calendar_record); none: all
/// Rule     R33
[[nodiscard]] Result<int> count_due_reviews_afresh(Transaction& tx, std::optional<Id> changed = {});

/// A calendar was changed: `about` is the school’s, or the authority’s own, whose days count for others too.
[[nodiscard]] Result<void> calendar_changed(Transaction& tx, const Event& event);
/// The authority chose a number of the law that is its own to choose.
[[nodiscard]] Result<void> number_chosen(Transaction& tx, const Event& event);

/// Reactions of app/reactions.cpp: `about` is the placement.
[[nodiscard]] Result<void> placement_started(Transaction& tx, const Event& event);
[[nodiscard]] Result<void> placement_extended(Transaction& tx, const Event& event);
[[nodiscard]] Result<void> placement_ended(Transaction& tx, const Event& event);

}  // namespace waymark::reviews
