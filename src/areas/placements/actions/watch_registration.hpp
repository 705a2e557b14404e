// Whether a provider that is no school will have to register: looked at over the days to come, told of by the provider, reported.
#pragma once

#include <string>
#include <vector>

#include "directory/rules/provider.hpp"
#include "placements/store/registration.hpp"

namespace waymark::placements {

/// A provider that is no school, over the days that can be seen from today.
struct WatchedProvider {
    directory::Provider provider;
    KnownChildren known;
    RegistrationDays days;
    std::vector<RegistrationReport> reports;
    [[nodiscard]] const RegistrationStretch& today() const { return days.stretches.front(); }
};

/// The last day looked at: the end of the school year, and within a term of it the end of the next.
[[nodiscard]] Date last_day_watched(Date today);

/// One provider; fails `directory.no_such_provider`, `registration.is_school` for one that is registered already.
[[nodiscard]] Result<WatchedProvider> watched_provider(Transaction& tx, OrganisationId provider);
/// Every open provider that is no school: those over the line first, then by the first day on which they will be, then those near it.
[[nodiscard]] std::vector<WatchedProvider> watched_providers(Transaction& tx);

struct LookedAhead {
    int providers = 0, over_or_coming = 0, near = 0;
};
/// Looks at every day ahead for all of them, and keeps one task open for each that is, or will be, over the line: a plan made final,
/// a birthday or a child coming into care moves it while nobody changes a timetable. Done each night.
/// Rule   R28
LookedAhead look_ahead_at_registration(Transaction& tx);

struct DeclareChildren {
    OrganisationId provider;
    DeclaredFrom declared;
};
/// Full-time children whom no timetable here holds. A provider speaks for itself.
/// Fails      as watched_provider; `registration.numbers`, `registration.too_far_ahead`, `registration.told_by_missing`
Result<void> declare_children(Context& context, const DeclareChildren& command);

/// That the authority reported the provider to the inspectorate’s team for unregistered schools.
/// Fails      as watched_provider; `registration.reported_in_future`, `registration.words_missing`
Result<void> report_registration(Context& context, OrganisationId provider, const RegistrationReport& report);

}  // namespace waymark::placements
