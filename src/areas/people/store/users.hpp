// People who sign in, and the roles they hold.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/context.hpp"
#include "platform/database/database.hpp"

namespace waymark::people {

struct MembershipTag;
using MembershipId = IdOf<MembershipTag>;

struct User {
    UserId id;
    std::string name;
    std::string email;
    std::string password_hash;               // empty: cannot sign in by password
    std::string telephone;
    std::optional<std::string> demonstration;  // in a made-up area: what this person can show you
    bool is_active = true;
};

/// A role in an organisation; lists of them hold only those in force today.
struct Membership {
    MembershipId id;
    UserId user;
    OrganisationId organisation;
    std::string organisation_name;
    Role role = Role::school_lead;
    Date from;
};

/// E-mail addresses are compared in lower case.
void insert_user(Transaction& tx, const User& user);
[[nodiscard]] std::optional<User> user(Transaction& tx, UserId id);
[[nodiscard]] std::optional<User> user_by_email(Transaction& tx, std::string_view email);
void set_password(Transaction& tx, UserId user, std::string_view password_hash);

struct NewMembership {
    MembershipId id;
    UserId user;
    OrganisationId organisation;
    Role role = Role::school_lead;
    DateRange period;
};
void insert_membership(Transaction& tx, const NewMembership& membership);
[[nodiscard]] std::vector<Membership> memberships_of(Transaction& tx, UserId user);

struct DemonstrationPerson {
    UserId user;
    std::string name;
    std::string can_show;
    std::vector<Membership> memberships;
};
/// The people of a made-up area whom a visitor may sign in as. Empty in a real one.
[[nodiscard]] std::vector<DemonstrationPerson> people_to_sign_in_as(Transaction& tx);

struct Colleague {
    UserId user;
    std::string name;
    OrganisationId organisation;
    std::string organisation_name;
};
/// Everybody who holds that role today.
[[nodiscard]] std::vector<Colleague> colleagues(Transaction& tx, Role role);

}  // namespace waymark::people
