// One table of roles and organisations; the rest is dates.
#include "people/rules/accounts.hpp"

#include <algorithm>

#include "foundation/text.hpp"

namespace waymark::people {
namespace {

bool is_address(std::string_view email)
{
    const auto at = email.find('@');
    const bool has_space = std::ranges::any_of(email, [](char letter) { return static_cast<unsigned char>(letter) <= ' '; });
    return !has_space && at != std::string_view::npos && at > 0 && email.find('@', at + 1) == std::string_view::npos && email.find('.', at) != std::string_view::npos &&
           !email.ends_with('.') && email[at + 1] != '.';
}

}  // namespace

bool may_hold(Role role, std::string_view organisation_kind)
{
    using enum Role;
    const bool at_authority = organisation_kind == "authority_team";
    switch (role) {
    case commissioner:
    case panel_clerk:
    case qa_officer:
    case finance_officer:
    case sen_caseworker:
    case virtual_school:
    case director:
    case administrator: return at_authority;
    case panel_chair:
    case panel_member: return organisation_kind != "provider";
    case inspector:
    case agency_worker: return at_authority || organisation_kind == "agency";
    case school_lead:
    case school_attendance: return organisation_kind == "school";
    case trust_lead: return organisation_kind == "trust";
    case provider_manager:
    case provider_tutor: return organisation_kind == "provider";
    }
    expects(false);
    return false;
}

Problems problems_with_invitation(const Invitation& invitation, Date today)
{
    Problems found;
    if (trimmed(invitation.name).empty()) found.add("people.name_missing", "Enter the person’s name.", "name");
    if (!is_address(invitation.email)) found.add("people.email_wrong", "Enter an email address, such as name@example.gov.uk.", "email");
    if (!may_hold(invitation.role, invitation.organisation_kind))
        found.add("people.role_elsewhere", "Nobody holds this role at such an organisation. Choose another role, or where the person works.", "role");
    if (invitation.period.from < today) found.add("people.from_past", "The first day must be today or later.", "from");
    if (invitation.period.to && *invitation.period.to < invitation.period.from) found.add("people.to_before_from", "The last day is before the first day.", "to");
    if (invitation.role == Role::inspector && !invitation.period.to)
        found.add("people.inspector_without_end", "Enter the last day: an inspector’s view always ends.", "to");
    return found;
}

Problems problems_with_ending(const RoleToEnd& held, Date last_day, Date today)
{
    Problems found;
    if (held.period.to && *held.period.to < today) found.add("people.role_ended", "This role has ended already.", "to");
    if (last_day < today - Days{1}) found.add("people.end_in_past", "The last day must be yesterday, today or later. What somebody did while they held the role stays theirs.", "to");
    if (last_day < held.period.from) found.add("people.to_before_from", "The last day is before the first day.", "to");
    if (held.role == Role::administrator && held.is_last_administrator)
        found.add("people.last_administrator", "Nobody else looks after accounts. Invite another administrator first.", "to");
    return found;
}

}  // namespace waymark::people
