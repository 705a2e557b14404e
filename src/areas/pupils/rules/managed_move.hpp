// A managed move: a change of school for good, agreed by both heads and the parent.
#pragma once

#include <optional>
#include <vector>

#include "foundation/date.hpp"

namespace waymark::pupils {

struct ManagedMove {
    Date moves_on;                          // first day at the new school
    bool is_trial = false;                  // a trial is an off-site direction, and only then a managed move
    std::optional<Date> head_agreed_on, new_head_agreed_on, parent_agreed_on;
    bool has_ehc_plan = false;
    std::optional<Date> plan_amended_on;    // to name the new school
};

enum class MoveLack { is_trial, head, new_head, parent, plan_amendment };

/// What keeps the child from moving; none: the move may go ahead. An agreement counts when it was given by the day of the move.
/// Rule     R20
/// Source   DfE, Suspension and permanent exclusion guidance 2024
[[nodiscard]] std::vector<MoveLack> lacking_to_move(const ManagedMove& move);

}  // namespace waymark::pupils
