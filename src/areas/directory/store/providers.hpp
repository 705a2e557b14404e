// Providers and their sites, as the directory keeps them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "directory/rules/provider.hpp"
#include "platform/context.hpp"
#include "platform/database/database.hpp"

namespace waymark::directory {

[[nodiscard]] std::vector<Provider> providers(Transaction& tx);
[[nodiscard]] std::optional<Provider> find_provider(Transaction& tx, OrganisationId id);
/// The same, or `directory.no_such_provider`.
[[nodiscard]] Result<Provider> provider_or_problem(Transaction& tx, OrganisationId id);

/// The profile of an organisation that people/store has already.
void insert_provider(Transaction& tx, const Provider& provider);
/// Saves the profile; name, address, telephone and URN are the organisation's (people/store/organisations.hpp).
/// `provider.version` is the version seen. Fails `directory.provider_stale`.
[[nodiscard]] Result<void> update_provider(Transaction& tx, const Provider& provider);

/// All sites by name, closed ones too; with no provider, of all of them.
[[nodiscard]] std::vector<Site> sites(Transaction& tx, std::optional<OrganisationId> provider);
[[nodiscard]] std::vector<Site> open_sites(Transaction& tx, OrganisationId provider, Date day);
void insert_site(Transaction& tx, const Site& site);
/// Fails `directory.site_stale`.
[[nodiscard]] Result<void> update_site(Transaction& tx, const Site& site);

/// Take back what was added by mistake. They throw DatabaseFailure when anything speaks of it: call them under a savepoint.
void remove_provider(Transaction& tx, OrganisationId provider);
void remove_site(Transaction& tx, SiteId site);

/// One provider works for another, or has another work for it.
struct Subcontract {
    OrganisationId provider, subcontractor;
    std::string provider_name, subcontractor_name, site_name;
    DateRange days;
};
[[nodiscard]] std::vector<Subcontract> subcontracts(Transaction& tx, OrganisationId provider);

struct PersonThere {
    std::string name, email, telephone;
    Role role = Role::provider_manager;
};
[[nodiscard]] std::vector<PersonThere> people_of(Transaction& tx, OrganisationId provider);

}  // namespace waymark::directory
