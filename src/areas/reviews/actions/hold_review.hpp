// A half-termly review was held: the child's view first, each goal, safety, and what happens next.
#pragma once

#include "reviews/store/reviews.hpp"

namespace waymark::reviews {

struct HoldReview {
    ReviewId review;
    int seen_version = 0;
    ProposedReview held;
};

/// Records the review with the attendance as it stood, a reading of each goal and the child's words, and puts the next review on
/// the calendar. Ending or extending the placement is the next step's own page: this only says that it is to be done.
/// Fails  as problems_with(ProposedReview); `review.not_found`; `review.already_held`; `review.stale`
/// Rule   R33
[[nodiscard]] Result<void> hold_review(Context& context, const HoldReview& command);

}  // namespace waymark::reviews
