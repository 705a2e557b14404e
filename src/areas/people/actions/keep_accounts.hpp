// What whoever looks after accounts does: invites, gives a role, ends one, hands over a link, unlocks, takes a lost authenticator off.
#pragma once

#include <optional>
#include <string>

#include "people/rules/accounts.hpp"
#include "people/store/accounts.hpp"
#include "people/store/links.hpp"

namespace waymark::people {

struct Invite {
    std::string name, email;
    OrganisationId organisation;
    Role role = Role::school_lead;
    DateRange period;
};
struct Invited {
    UserId user;
    std::string token;     // of the link, the only time that it is known, to be handed over; empty when there is none or it is mailed
    bool is_mailed = false;
};
/// Fails what `problems_with_invitation` finds, and `people.role_held` when the person holds that role there on such a day.
[[nodiscard]] Result<Invited> invite(Context& context, const Invite& command);

struct EndRole {
    UserId user;
    MembershipId membership;
    Date last_day;
};
/// Fails what `problems_with_ending` finds. Whoever acts in that role is signed out when it ends.
[[nodiscard]] Result<void> end_role(Context& context, const EndRole& command);

struct LinkMade {
    std::string token;  // to be handed over; empty when it is mailed
    LinkKind kind = LinkKind::reset;
    bool is_mailed = false;
};
/// A link that sets a password: an invitation while there is none yet, else a reset. It takes the place of earlier ones.
[[nodiscard]] Result<LinkMade> hand_over_link(Context& context, UserId user);

/// Lets somebody whose wrong codes locked the account try again.
[[nodiscard]] Result<void> unlock(Context& context, UserId user);
/// For a phone that is lost, with its recovery codes. Ends every sign-in of the person, who sets up a new one with the next if
/// their role must have one.
[[nodiscard]] Result<void> take_off_authenticator(Context& context, UserId user);

/// From today on, these roles must have an authenticator.
[[nodiscard]] Result<void> choose_roles_with_authenticator(Context& context, const std::vector<Role>& roles);

/// How long a sign-in holds without use, from now on, also for those who are signed in. Fails `people.idle_limit` outside of idle_least to idle_most.
[[nodiscard]] Result<void> choose_idle_limit(Context& context, std::chrono::minutes idle);

}  // namespace waymark::people
