// The few organisations and people that storage tests need and that have no action of their own.
#pragma once

#include <string_view>

#include "platform/context.hpp"

namespace waymark::testing {

/// A school in Harrowdale; its id comes from its name. `trust` empty: it belongs to none.
OrganisationId add_school(Transaction& tx, std::string_view name, std::string_view trust = {});
OrganisationId add_organisation(Transaction& tx, std::string_view name, std::string_view kind, std::string_view parent = {});

/// Somebody who works at that organisation in that role since 1 September 2026, acting in it; an inspector until 18 December 2026.
Who add_person(Transaction& tx, std::string_view name, Role role, OrganisationId organisation);

}  // namespace waymark::testing
