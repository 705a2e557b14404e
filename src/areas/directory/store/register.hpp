// Looking things up in the national registers held here: schools (GIAS) and postcodes. Filled by the imports.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "directory/rules/provider.hpp"
#include "platform/database/database.hpp"

namespace waymark::directory {

[[nodiscard]] std::optional<RegisterEntry> register_entry(Transaction& tx, std::string_view urn);
/// Predecessors and successors, the latest first.
[[nodiscard]] std::vector<RegisterLink> register_links(Transaction& tx, std::string_view urn);

/// Where a typed postcode is. Fails `postcode.invalid` when it has no postcode's shape, and `directory.postcode_unknown`
/// when the postcode table does not have it: it may be new or ended.
[[nodiscard]] Result<Point> point_of_postcode(Transaction& tx, std::string_view typed);

}  // namespace waymark::directory
