// Programmes with their places and courses, and the authority's categories.
#pragma once

#include <optional>
#include <vector>

#include "directory/rules/programme.hpp"
#include "platform/context.hpp"
#include "platform/database/database.hpp"

namespace waymark::directory {

[[nodiscard]] std::vector<OfferCategory> offer_categories(Transaction& tx, Date day);
/// Adds the guide's eight categories to an authority that has none of them; those that are there stay as they are.
void insert_starting_categories(Transaction& tx, Date from);

/// All programmes by name, past and coming too; with no provider, of all of them.
[[nodiscard]] std::vector<Programme> programmes(Transaction& tx, std::optional<OrganisationId> provider);
[[nodiscard]] std::optional<Programme> find_programme(Transaction& tx, ProgrammeId id);

/// With its places and courses.
void insert_programme(Transaction& tx, const Programme& programme);
/// With its places and courses. `programme.version` is the version seen. Fails `directory.programme_stale`.
[[nodiscard]] Result<void> update_programme(Transaction& tx, const Programme& programme);

}  // namespace waymark::directory
