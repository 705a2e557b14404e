// Inserts, written for both engines here because tests have no .sql files.
#include "support/made_up.hpp"

#include "foundation/text.hpp"

namespace waymark::testing {
namespace {

constexpr std::string_view organisation_parameters[] = {"authority", "id", "kind", "name", "parent"};
constexpr Statement insert_organisation{
    "test.insert_organisation",
    "insert into organisation (authority_id, id, kind, name, parent_id, created_at) values (?1, ?2, ?3, ?4, ?5, 0) on conflict do nothing",
    "insert into organisation (authority_id, id, kind, name, parent_id, created_at) values ($1, $2, $3, $4, $5, 0) on conflict do nothing",
    organisation_parameters};

constexpr std::string_view user_parameters[] = {"authority", "id", "name", "email"};
constexpr Statement insert_user{
    "test.insert_user",
    "insert into app_user (authority_id, id, name, email, created_at) values (?1, ?2, ?3, ?4, 0) on conflict do nothing",
    "insert into app_user (authority_id, id, name, email, created_at) values ($1, $2, $3, $4, 0) on conflict do nothing",
    user_parameters};

constexpr std::string_view membership_parameters[] = {"authority", "id", "user", "organisation", "role", "from", "to"};
constexpr Statement insert_membership{
    "test.insert_membership",
    "insert into membership (authority_id, id, user_id, organisation_id, role, from_day, to_day, created_at) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0)",
    "insert into membership (authority_id, id, user_id, organisation_id, role, from_day, to_day, created_at) values ($1, $2, $3, $4, $5, $6, $7, 0)",
    membership_parameters};

}  // namespace

OrganisationId add_organisation(Transaction& tx, std::string_view name, std::string_view kind, std::string_view parent)
{
    const OrganisationId id{Id::from_words(name)};
    const auto parent_id = parent.empty() ? std::nullopt : std::optional{add_organisation(tx, parent, "trust")};
    tx.run(insert_organisation, {{"id", id}, {"kind", kind}, {"name", name}, {"parent", parent_id}});
    return id;
}

OrganisationId add_school(Transaction& tx, std::string_view name, std::string_view trust)
{
    return add_organisation(tx, name, "school", trust);
}

Who add_person(Transaction& tx, std::string_view name, Role role, OrganisationId organisation)
{
    const UserId user{Id::from_words(name)};
    tx.run(insert_user, {{"id", user}, {"name", name}, {"email", lower_ascii(name) + "@harrowdale.example"}});
    tx.run(insert_membership, {{"id", Id::make(tx.now())},
                               {"user", user},
                               {"organisation", organisation},
                               {"role", role},
                               {"from", date(2026, 9, 1)},
                               {"to", role == Role::inspector ? std::optional{date(2026, 12, 18)} : std::nullopt}});
    return {.user = user, .name = std::string{name}, .role = role, .organisation = organisation};
}

}  // namespace waymark::testing
