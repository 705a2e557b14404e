// The ids of people and organisations: every area's rules speak of them, so they stand below the areas.
#pragma once

#include "foundation/id.hpp"

namespace waymark {

struct UserTag;
using UserId = IdOf<UserTag>;
struct OrganisationTag;
using OrganisationId = IdOf<OrganisationTag>;

}  // namespace waymark
