// Programmes with their places: adding, saving, closing. A provider's price, places upward and full time wait for a check.
#pragma once

#include "directory/actions/editing.hpp"
#include "directory/rules/programme.hpp"

namespace waymark::directory {

/// `programme.id` and version do not matter. What a provider adds waits whole: it stands once it is accepted.
/// Fails as problems_with(Programme) does, and `directory.no_such_provider`.
Result<Saved> add_programme(Context& context, const Programme& programme);

/// `programme.version` is the version seen. Fails as add_programme does, and `directory.no_such_programme`, `directory.programme_stale`.
Result<Saved> save_programme(Context& context, const Programme& programme);

/// It runs to that day and no longer. Fails `directory.ends_before_start`, `directory.programme_stale`.
Result<void> close_programme(Context& context, OrganisationId provider, ProgrammeId programme, int seen_version, Date last_day);

/// The programme, when it is that provider's. Fails `directory.no_such_programme`.
[[nodiscard]] Result<Programme> programme_of(Transaction& tx, OrganisationId provider, ProgrammeId programme);

/// Whether it may be written as it stands: problems_with(Programme), asked with the category, the sites and the registration.
[[nodiscard]] Result<void> check_programme(Transaction& tx, const Programme& programme, Registration registration);

}  // namespace waymark::directory
