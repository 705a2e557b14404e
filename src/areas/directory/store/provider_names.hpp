// Providers by name alone, where a page needs no more of them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "directory/rules/provider.hpp"
#include "platform/database/database.hpp"

namespace waymark::directory {

struct ProviderName {
    OrganisationId id;
    std::string name;
    Registration registration = Registration::unregistered;
};
struct ProvidersNamed {
    std::vector<ProviderName> first;  // by name
    std::size_t count = 0;            // of all that are found
};
/// Those with a word in their name that begins with each word typed, in whatever order.
[[nodiscard]] ProvidersNamed providers_named(Transaction& tx, std::string_view typed, std::size_t rows);

}  // namespace waymark::directory
