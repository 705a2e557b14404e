// Accounts as whoever looks after them sees them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "people/store/organisations.hpp"
#include "people/store/users.hpp"

namespace waymark::people {

struct Account {
    UserId user;
    std::string name, email;
    bool has_password = false;       // false: the invitation was not taken up yet
    bool has_authenticator = false;
    bool has_identity = false;       // signs in with an account elsewhere
    std::optional<Instant> asked_at; // asked for a new password on the sign-in page
    struct Held {
        Role role;
        std::string organisation_name;
    };
    std::vector<Held> roles;         // those that hold or will
};
/// By name; only those whose name, address or organisation holds these words, if any are given. At most this many roles of theirs.
inline constexpr std::size_t account_rows_most = 500;
[[nodiscard]] std::vector<Account> accounts(Transaction& tx, std::string_view words);

/// A role in an organisation, whether it holds, is past or to come.
struct AnyMembership {
    MembershipId id;
    Role role = Role::school_lead;
    DateRange period;
    OrganisationId organisation;
    std::string organisation_name;
};
[[nodiscard]] std::vector<AnyMembership> every_membership_of(Transaction& tx, UserId user);

/// The last day of that person's membership becomes `to`; false when it has ended already, or begins later.
[[nodiscard]] bool end_membership(Transaction& tx, UserId user, MembershipId membership, Date to);
/// How many people look after accounts today without an end.
[[nodiscard]] std::int64_t lasting_administrators(Transaction& tx);

struct Workplace {
    OrganisationId id;
    OrganisationKind kind = OrganisationKind::school;
    std::string name;
};
/// Where somebody may be given a role: organisations that are open, by name.
[[nodiscard]] std::vector<Workplace> workplaces(Transaction& tx);

}  // namespace waymark::people
