// The statements of users.sql, by name.
#include "people/store/users.hpp"

#include "foundation/text.hpp"
#include "people/store/users.sql.hpp"

namespace waymark::people {
namespace {

User read_user(const Row& row)
{
    return {
        .id = row.id<UserId>("id"),
        .name = row.text("name"),
        .email = row.text("email"),
        .password_hash = row.text_or_empty("password_hash"),
        .telephone = row.text_or_empty("telephone"),
        .demonstration = row.maybe_text("demonstration"),
        .is_active = row.boolean("active"),
    };
}

std::optional<std::string> if_any(std::string_view text)
{
    return text.empty() ? std::nullopt : std::optional{std::string{text}};
}

}  // namespace

void insert_user(Transaction& tx, const User& user)
{
    tx.run(sql::insert_user, {{"id", user.id},
                              {"name", user.name},
                              {"email", lower_ascii(trimmed(user.email))},
                              {"password_hash", if_any(user.password_hash)},
                              {"telephone", if_any(user.telephone)},
                              {"demonstration", user.demonstration}});
}

std::optional<User> user(Transaction& tx, UserId id) { return tx.maybe_one(sql::user_by_id, {{"id", id}}, read_user); }

std::optional<User> user_by_email(Transaction& tx, std::string_view email)
{
    return tx.maybe_one(sql::user_by_email, {{"email", lower_ascii(trimmed(email))}}, read_user);
}

void set_password(Transaction& tx, UserId user, std::string_view password_hash)
{
    expects(tx.run(sql::set_password, {{"user", user}, {"password_hash", password_hash}}) == 1);
}

void insert_membership(Transaction& tx, const NewMembership& membership)
{
    tx.run(sql::insert_membership, {{"id", membership.id},
                                    {"user", membership.user},
                                    {"organisation", membership.organisation},
                                    {"role", membership.role},
                                    {"from", membership.period.from},
                                    {"to", membership.period.to}});
}

std::vector<Membership> memberships_of(Transaction& tx, UserId user)
{
    return tx.all(sql::memberships_of, {{"user", user}}, [&](const Row& row) {
        return Membership{
            .id = row.id<MembershipId>("id"),
            .user = user,
            .organisation = row.id<OrganisationId>("organisation_id"),
            .organisation_name = row.text("organisation_name"),
            .role = row.one_of<Role>("role"),
            .from = row.date("from_day"),
        };
    });
}

std::vector<DemonstrationPerson> people_to_sign_in_as(Transaction& tx)
{
    std::vector<DemonstrationPerson> people;
    tx.each(sql::people_to_sign_in_as, {}, [&](const Row& row) {
        const auto user = row.id<UserId>("user_id");
        if (people.empty() || people.back().user != user)
            people.push_back({.user = user, .name = row.text("name"), .can_show = row.text("demonstration"), .memberships = {}});
        people.back().memberships.push_back({
            .id = row.id<MembershipId>("membership_id"),
            .user = user,
            .organisation = row.id<OrganisationId>("organisation_id"),
            .organisation_name = row.text("organisation_name"),
            .role = row.one_of<Role>("role"),
            .from = {},
        });
    });
    return people;
}

std::vector<Colleague> colleagues(Transaction& tx, Role role)
{
    return tx.all(sql::colleagues, {{"role", role}}, [](const Row& row) {
        return Colleague{
            .user = row.id<UserId>("user_id"),
            .name = row.text("name"),
            .organisation = row.id<OrganisationId>("organisation_id"),
            .organisation_name = row.text("organisation_name"),
        };
    });
}

}  // namespace waymark::people
