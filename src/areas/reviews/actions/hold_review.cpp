// A half-termly review was held.
#include "reviews/actions/hold_review.hpp"

#include <fmt/format.h>

#include "attendance/store/counts.hpp"
#include "people/store/changed_meanwhile.hpp"
#include "reviews/actions/follow_placement.hpp"
#include "reviews/store/goals.hpp"
#include "voice/actions/hear.hpp"

namespace waymark::reviews {
namespace {

/// What the child said stands on their record too, not only in this review.
Result<void> keep_voice(Context& context, const Review& review, const ProposedReview& held)
{
    if (held.child_view.empty()) return {};
    TRY(voice::hear(context, review.pupil, {.stage = voice::Stage::monitoring,
                                            .method = *enum_from_text<voice::Method>(enum_text(held.child_view_method)),
                                            .words = held.child_view,
                                            .said_on = held.held_on,
                                            .about_entity = "review",
                                            .about = review.id.value}));
    return {};
}

}  // namespace

Result<void> hold_review(Context& context, const HoldReview& command)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        const auto review = find_review(tx, command.review);
        if (!review) return not_found("review.not_found", "There is no such review.");
        if (review->state != ReviewState::due) return refused("review.already_held", "This review has been recorded already.");
        const auto placement = placement_under_review(tx, review->placement);
        expects(placement.has_value());
        TRY(problems_with(command.held, placement->from, tx.today()).as_result());

        const auto counts = attendance::counts_of_placement(tx, review->placement, placement->from, command.held.held_on);
        if (!record_review(tx, review->id, command.seen_version, command.held, counts.present, counts.possible()))
            return people::changed_meanwhile(tx, review->id.value, "review.stale", "review");
        for (const GoalProgress& progress : command.held.goals)
            insert_reading(tx, {progress.goal, command.held.held_on, progress.value, progress.words}, review->id);
        TRY(keep_voice(context, *review, command.held));
        TRY(tx.record({.verb = "held",
                       .entity = "review",
                       .about = review->id.value,
                       .pupil = review->pupil.value,
                       .after = fmt::format(R"({{"next_step":"{}","held_on":"{}"}})", enum_text(*command.held.next_step), iso(command.held.held_on)),
                       .reason = command.held.next_step_reason}));
        if (placement->state != placements::PlacementState::ended) TRY(schedule_next_review(tx, review->placement));
        return {};
    });
}

}  // namespace waymark::reviews
