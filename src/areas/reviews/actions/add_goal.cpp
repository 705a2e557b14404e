// A goal of a placement.
#include "reviews/actions/add_goal.hpp"

#include "foundation/text.hpp"

namespace waymark::reviews {

Result<GoalId> add_goal(Context& context, PlacementId placement_id, const Goal& goal)
{
    return context.in_transaction([&](Transaction& tx) -> Result<GoalId> {
        const auto placement = placement_under_review(tx, placement_id);
        if (!placement) return not_found("goal.no_placement", "There is no such placement.");
        Problems problems;
        if (placement->state == placements::PlacementState::ended)
            problems.add("goal.placement_ended", "This placement has ended. Goals belong to the next one.", "words");
        if (trimmed(goal.words).empty()) problems.add("goal.words_missing", "Write the goal, as the child would say it.", "words");
        if (goal.baseline && goal.target && *goal.baseline == *goal.target)
            problems.add("goal.target_is_baseline", "Enter a target that differs from where the child starts.", "target");
        TRY(problems.as_result());
        Goal made = goal;
        made.id = tx.new_id<GoalId>();
        insert_goal(tx, made, placement->pupil, placement_id);
        TRY(tx.record({.verb = "set_goal", .entity = "placement", .about = placement_id.value, .pupil = placement->pupil.value}));
        return made.id;
    });
}

}  // namespace waymark::reviews
