// Authorities with their own choices, and organisations of every kind: teams, schools, trusts, providers, agencies.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/context.hpp"
#include "platform/database/database.hpp"

namespace waymark::people {

enum class OrganisationKind { authority_team, school, trust, provider, agency };
enum class Phase { primary, secondary, all_through, special, alternative_provision, post_16 };

struct Organisation {
    OrganisationId id;
    OrganisationKind kind = OrganisationKind::school;
    std::string name;
    std::optional<std::string> urn, ukprn, dfe_number, company_number;
    std::optional<OrganisationId> parent;  // the trust a school belongs to
    std::optional<Phase> phase;
    std::string street, town, postcode, telephone, email;
    std::optional<Date> opened_on, closed_on;
    bool in_authority = true;              // false: in a neighbour's area
    int version = 1;
};

/// Adds the authority of this transaction's context, unless it is there.
void insert_authority(Transaction& tx, std::string_view name, std::string_view gss = {});
/// Empty when the context's authority is not in the database.
[[nodiscard]] std::string authority_name(Transaction& tx);
/// The DfE code of the first authority in the database; none in an empty one.
[[nodiscard]] std::optional<std::string> first_authority(Transaction& tx);

/// One of the authority's own choices, in force from a day on.
void set_authority_setting(Transaction& tx, std::string_view name, std::string_view value, Date from);
[[nodiscard]] std::optional<std::string> authority_setting(Transaction& tx, std::string_view name, Date day);

void insert_organisation(Transaction& tx, const Organisation& organisation);
[[nodiscard]] std::optional<Organisation> organisation(Transaction& tx, OrganisationId id);
[[nodiscard]] std::optional<Organisation> organisation_by_urn(Transaction& tx, std::string_view urn);
/// Those open today, by name.
[[nodiscard]] std::vector<Organisation> organisations_of_kind(Transaction& tx, OrganisationKind kind);
[[nodiscard]] std::vector<Organisation> schools_of_trust(Transaction& tx, OrganisationId trust);

}  // namespace waymark::people
