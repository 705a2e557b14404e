// Providers as search, pages and the API show them: profile, open sites, running programmes and assured status, on one day.
#pragma once

#include <optional>
#include <vector>

#include "directory/rules/search.hpp"
#include "platform/context.hpp"
#include "platform/database/database.hpp"

namespace waymark::directory {

/// All providers of the authority that have not closed, by name.
[[nodiscard]] std::vector<Listing> listings(Transaction& tx, Date day);

/// One provider, closed or not.  Fails `directory.no_such_provider`.
[[nodiscard]] Result<Listing> listing_of(Transaction& tx, OrganisationId provider, Date day);

}  // namespace waymark::directory
