// Who may see a child: by the authority's role, by the child's circumstances, or because an organisation has a reason today.
#pragma once

#include <optional>
#include <vector>

#include "foundation/date.hpp"
#include "vocabulary/permission.hpp"

namespace waymark::pupils {

/// How far a role sees. The names are what the SQL of pupils/store/access.sql compares with.
enum class Scope {
    whole_authority,          // every child the authority knows
    children_with_sen,        // those with SEN support or an education, health and care plan
    looked_after_children,    // those looked after by any authority
    schools_of_trust,         // those whom the trust, or one of its schools, has a reason to see
    own_organisation,         // those whom the organisation has a reason to see
    nobody,
};

/// The scope of a role; signed out, and an administrator, see nobody.
/// Rule       R53: each sees what their relationship to the child allows
[[nodiscard]] Scope scope_of(std::optional<Role> role);

/// What decides whether one person may see one child: stretches of days, both ends included.
struct Relationship {
    std::vector<DateRange> with_sen;            // SEN support or an EHC plan
    std::vector<DateRange> looked_after;
    std::vector<DateRange> of_organisation;     // the asker's organisation has a reason to see the child
    std::vector<DateRange> of_trust_schools;    // a school of the asker's trust has one
};

/// Whether somebody with that scope may see the child on that day. A reason that has ended, or not begun, opens nothing.
/// Rule       R53; invariant 7 of the data model
[[nodiscard]] bool may_see(Scope scope, const Relationship& relationship, Date today);

}  // namespace waymark::pupils
