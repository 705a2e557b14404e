// Sites: adding, saving and closing the places where a provider works.
#pragma once

#include <string>

#include "directory/actions/editing.hpp"

namespace waymark::directory {

struct SiteDetails {
    std::string name, address, postcode, access_notes;
};
/// Where it is comes from the postcode table. A postcode that the table does not have is kept, without a place on the map.
/// Fails `directory.site_without_name`, `directory.site_without_address`, `postcode.invalid`, `directory.no_such_provider`.
Result<SiteId> add_site(Context& context, OrganisationId provider, const SiteDetails& details);

/// Fails as add_site does, and `directory.no_such_site`, `directory.site_stale`.
Result<void> save_site(Context& context, OrganisationId provider, SiteId site, int seen_version, const SiteDetails& details);

/// From that day on nothing runs there. Fails `directory.site_in_use` while a programme does; `directory.site_stale`.
Result<void> close_site(Context& context, OrganisationId provider, SiteId site, int seen_version, Date closed_on);

}  // namespace waymark::directory
