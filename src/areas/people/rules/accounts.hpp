// What whoever looks after accounts may do with them: which roles belong to which kind of organisation, what an invitation needs,
// when a role may end.
#pragma once

#include <string>
#include <string_view>

#include "foundation/date.hpp"
#include "foundation/result.hpp"
#include "vocabulary/permission.hpp"

namespace waymark::people {

/// Whether that role can be held there. `organisation_kind` as it is stored: "authority_team", "school", "trust", "provider", "agency".
/// A tutor at the council, or a commissioner at a school, would see children that are not theirs.
[[nodiscard]] bool may_hold(Role role, std::string_view organisation_kind);

struct Invitation {
    std::string name, email;
    Role role = Role::school_lead;
    std::string organisation_kind;
    DateRange period;
};
/// All that is wrong with it, on the fields name, email, role, from and to. One cannot be invited into the past.
[[nodiscard]] Problems problems_with_invitation(const Invitation& invitation, Date today);

struct RoleToEnd {
    Role role = Role::school_lead;
    DateRange period;
    bool is_last_administrator = false;  // nobody else looks after accounts without an end
};
/// All that is wrong with `last_day` as the end of that role, on the field `to`. Yesterday ends it at once.
[[nodiscard]] Problems problems_with_ending(const RoleToEnd& held, Date last_day, Date today);

}  // namespace waymark::people
