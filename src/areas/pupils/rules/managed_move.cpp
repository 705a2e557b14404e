// Three agreements, and the plan where there is one.
#include "pupils/rules/managed_move.hpp"

namespace waymark::pupils {

std::vector<MoveLack> lacking_to_move(const ManagedMove& move)
{
    using enum MoveLack;
    const auto in_time = [&](std::optional<Date> done_on) { return done_on && *done_on <= move.moves_on; };
    std::vector<MoveLack> lacking;
    if (move.is_trial) lacking.push_back(is_trial);
    if (!in_time(move.head_agreed_on)) lacking.push_back(head);
    if (!in_time(move.new_head_agreed_on)) lacking.push_back(new_head);
    if (!in_time(move.parent_agreed_on)) lacking.push_back(parent);
    if (move.has_ehc_plan && !in_time(move.plan_amended_on)) lacking.push_back(plan_amendment);
    return lacking;
}

}  // namespace waymark::pupils
