// A goal of a placement, in the child's own words where they will give them.
#pragma once

#include "reviews/store/goals.hpp"

namespace waymark::reviews {

/// Fails  `goal.words_missing`, `goal.placement_ended`, `goal.target_is_baseline` (a target that asks for no change)
[[nodiscard]] Result<GoalId> add_goal(Context& context, PlacementId placement, const Goal& goal);

}  // namespace waymark::reviews
