// Providers by name alone, where a page needs no more of them.
#pragma once

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
/// Those whose name holds the words, by name. The words are as folded_for_search makes them.
[[nodiscard]] std::vector<ProviderName> providers_named(Transaction& tx, std::string_view folded_words);

}  // namespace waymark::directory
