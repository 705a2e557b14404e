// The statements of accounts.sql, by name.
#include "people/store/accounts.hpp"

#include "foundation/text.hpp"
#include "people/store/accounts.sql.hpp"

namespace waymark::people {

std::vector<Account> accounts(Transaction& tx, std::string_view words)
{
    const auto wanted = lower_ascii(trimmed(words));
    const auto find = wanted.empty() ? std::nullopt : std::optional{"%" + wanted + "%"};
    std::vector<Account> found;
    tx.each(sql::accounts, {{"find", find}, {"at_most", account_rows_most}}, [&](const Row& row) {
        const auto user = row.id<UserId>("id");
        if (found.empty() || found.back().user != user)
            found.push_back({.user = user,
                             .name = row.text("name"),
                             .email = row.text("email"),
                             .has_password = row.boolean("has_password"),
                             .has_authenticator = row.boolean("has_authenticator"),
                             .has_identity = row.boolean("has_identity"),
                             .asked_at = row.maybe_instant("asked_at"),
                             .roles = {}});
        if (const auto role = row.maybe_one_of<Role>("role")) found.back().roles.push_back({*role, row.text("organisation_name")});
    });
    return found;
}

std::vector<AnyMembership> every_membership_of(Transaction& tx, UserId user)
{
    return tx.all(sql::every_membership_of, {{"user", user}}, [](const Row& row) {
        return AnyMembership{
            .id = row.id<MembershipId>("id"),
            .role = row.one_of<Role>("role"),
            .period = {row.date("from_day"), row.maybe_date("to_day")},
            .organisation = row.id<OrganisationId>("organisation_id"),
            .organisation_name = row.text("organisation_name"),
        };
    });
}

bool end_membership(Transaction& tx, UserId user, MembershipId membership, Date to)
{
    return tx.run(sql::end_membership, {{"user", user}, {"membership", membership}, {"to", to}}) == 1;
}

std::int64_t lasting_administrators(Transaction& tx) { return tx.number(sql::lasting_administrators, {}); }

std::vector<Workplace> workplaces(Transaction& tx)
{
    return tx.all(sql::organisations_to_work_at, {}, [](const Row& row) {
        return Workplace{.id = row.id<OrganisationId>("id"), .kind = row.one_of<OrganisationKind>("kind"), .name = row.text("name")};
    });
}

}  // namespace waymark::people
