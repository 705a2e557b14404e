// The scope of each role, and the judgement.
#include "pupils/rules/access.hpp"

#include <algorithm>

#include "foundation/result.hpp"

namespace waymark::pupils {
namespace {

bool any_holds(const std::vector<DateRange>& stretches, Date today)
{
    return std::ranges::any_of(stretches, [today](const DateRange& stretch) { return stretch.contains(today); });
}

}  // namespace

Scope scope_of(std::optional<Role> role)
{
    if (!role) return Scope::nobody;
    switch (*role) {
    case Role::commissioner:
    case Role::panel_clerk:
    case Role::panel_chair:
    case Role::finance_officer:
    case Role::qa_officer:
    case Role::director:
    case Role::inspector: return Scope::whole_authority;
    case Role::sen_caseworker: return Scope::children_with_sen;
    case Role::virtual_school: return Scope::looked_after_children;
    case Role::trust_lead: return Scope::schools_of_trust;
    case Role::panel_member:
    case Role::agency_worker:
    case Role::school_lead:
    case Role::school_attendance:
    case Role::provider_manager:
    case Role::provider_tutor: return Scope::own_organisation;
    case Role::administrator: return Scope::nobody;
    }
    expects(false);
    return Scope::nobody;
}

bool may_see(Scope scope, const Relationship& relationship, Date today)
{
    switch (scope) {
    case Scope::whole_authority: return true;
    case Scope::children_with_sen: return any_holds(relationship.with_sen, today);
    case Scope::looked_after_children: return any_holds(relationship.looked_after, today);
    case Scope::schools_of_trust:
        return any_holds(relationship.of_organisation, today) || any_holds(relationship.of_trust_schools, today);
    case Scope::own_organisation: return any_holds(relationship.of_organisation, today);
    case Scope::nobody: return false;
    }
    expects(false);
    return false;
}

}  // namespace waymark::pupils
