// The permission says which roles change calendars at all; this says whose.
#include "people/rules/calendar_access.hpp"

#include "people/rules/roles.hpp"

namespace waymark::people {

bool may_change_calendar(std::optional<Role> role, OrganisationId works_at, std::optional<OrganisationId> whose)
{
    if (!may(role, Permission::change_calendars)) return false;
    return role == Role::administrator || role == Role::commissioner || whose == works_at;
}

}  // namespace waymark::people
