// Who may change whose school calendar. Anybody who works here may read them all: term dates are no secret.
#pragma once

#include <optional>

#include "vocabulary/ids.hpp"
#include "vocabulary/permission.hpp"

namespace waymark::people {

/// Administrators and commissioners change every calendar, a school's lead and a provider's manager that of the organisation they
/// work at. `whose` none: the authority's own.
[[nodiscard]] bool may_change_calendar(std::optional<Role> role, OrganisationId works_at, std::optional<OrganisationId> whose);

}  // namespace waymark::people
