// What an organisation is called and how it is reached, as whoever keeps its record changes it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "platform/context.hpp"
#include "platform/database/database.hpp"

namespace waymark::people {

struct OrganisationDetails {
    std::string name, urn, street, town, postcode, telephone, email;  // empty: not known
};
/// Answers whether there is such an organisation. The caller's own record guards against stale forms.
bool change_organisation(Transaction& tx, OrganisationId id, const OrganisationDetails& details);

/// The organisation that has that number in the register of schools, if any has.
[[nodiscard]] std::optional<OrganisationId> organisation_with_urn(Transaction& tx, std::string_view urn);

/// Takes back an organisation that was added by mistake. Throws DatabaseFailure when anything speaks of it: call it under a
/// savepoint of its own.
void remove_organisation(Transaction& tx, OrganisationId id);

}  // namespace waymark::people
