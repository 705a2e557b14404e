// The table.
#include "referrals/rules/states.hpp"

#include <algorithm>

namespace waymark::referrals {

std::span<const AllowedChange> allowed_changes()
{
    using enum State;
    static constexpr AllowedChange table[] = {
        {draft, submitted},
        {draft, withdrawn},
        {submitted, information_requested},
        {submitted, ready_for_panel},
        {submitted, withdrawn},
        {information_requested, submitted},
        {information_requested, ready_for_panel},  // the clerk goes on with what there is
        {information_requested, withdrawn},
        {ready_for_panel, information_requested},
        {ready_for_panel, decided},
        {ready_for_panel, withdrawn},
        {decided, information_requested},          // the panel decided that it needs to know more
        {decided, ready_for_panel},                // a decision is superseded, or a case comes back
        {decided, placed},
        {placed, decided},                         // the place fell through before the first day
    };
    return table;
}

Result<void> check_can_become(State now, State next)
{
    const bool is_allowed = std::ranges::any_of(
        allowed_changes(), [&](const AllowedChange& change) { return change.from == now && change.to == next; });
    if (is_allowed) return {};
    return refused("referral.state_change_refused", "This referral is at “" + state_name(now) + "” and cannot go to “" +
                                                        state_name(next) + "” from there.");
}

bool is_open(State state)
{
    switch (state) {
    case State::draft:
    case State::submitted:
    case State::information_requested:
    case State::ready_for_panel: return true;
    case State::decided:
    case State::placed:
    case State::withdrawn: return false;
    }
    return false;
}

bool still_needs_place(State state) { return is_open(state) || state == State::decided; }

Role with_whom(State state)
{
    switch (state) {
    case State::draft:
    case State::information_requested: return Role::school_lead;
    case State::submitted:
    case State::ready_for_panel: return Role::panel_clerk;
    case State::decided:
    case State::placed:
    case State::withdrawn: return Role::commissioner;
    }
    return Role::commissioner;
}

}  // namespace waymark::referrals
