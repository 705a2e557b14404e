// One table of the changes of state that a referral may make, and who has it in each state.
#pragma once

#include <span>

#include "foundation/result.hpp"
#include "referrals/rules/referral.hpp"

namespace waymark::referrals {

struct AllowedChange {
    State from;
    State to;
};

/// Every change that is allowed; any other is refused.
[[nodiscard]] std::span<const AllowedChange> allowed_changes();

/// Fails `referral.state_change_refused`, saying where the referral stands.
[[nodiscard]] Result<void> check_can_become(State now, State next);

/// Whether the referral still waits for a decision; a child has at most one such referral.
[[nodiscard]] bool is_open(State state);

/// Whether the child it is about still waits for a place, decided or not.
[[nodiscard]] bool still_needs_place(State state);

/// Who has a referral in that state. While it is drafted or questions are open that is the organisation that refers.
[[nodiscard]] Role with_whom(State state);

}  // namespace waymark::referrals
