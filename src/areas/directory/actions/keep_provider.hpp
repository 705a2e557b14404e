// Adding a provider, saving its profile, publishing it.
#pragma once

#include <string>

#include "directory/actions/editing.hpp"

namespace waymark::directory {

struct AddProvider {
    std::string name;
    std::string urn;                    // empty: not a registered school
    bool is_hospital_school = false;    // the register has no type of its own for it
    bool in_authority = true;
    std::string telephone, email, postcode;
};
/// What the provider is in law comes from the register, by its URN.
/// Fails `directory.provider_without_name`, `directory.urn_unknown`, `directory.urn_not_a_provider`,
///       `directory.urn_taken`, `postcode.invalid`.
/// Rule  R29
Result<OrganisationId> add_provider(Context& context, const AddProvider& command);

/// Sets the given fields of the profile (fields_of(Provider)); those not given stay.
/// Fails as add_provider does, and `directory.provider_stale`.
Result<Saved> save_profile(Context& context, OrganisationId provider, int seen_version, const Fields& fields);

/// Families see a published provider at /find while it is assured. Fails `directory.authority_only`, `directory.provider_stale`.
Result<void> publish(Context& context, OrganisationId provider, int seen_version, bool published);

/// Writes the provider with all its details, its registration worked out anew from its URN.
/// Fails as add_provider does, and `directory.provider_stale`.
[[nodiscard]] Result<void> write_provider(Transaction& tx, Provider provider);

}  // namespace waymark::directory
