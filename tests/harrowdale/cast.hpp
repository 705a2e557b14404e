// Harrowdale, the made-up authority: its schools, providers and named people. No real person, school or place.
//
// URNs begin with 9 and postcodes with ZH, ZE9 and ZN: the register and the Post Office use neither, so that nothing here
// can be taken for something real.
#pragma once

#include <span>
#include <string_view>

#include "vocabulary/permission.hpp"

namespace waymark::harrowdale {

inline constexpr std::string_view authority_code = "990";

struct AuthorityInCast {
    std::string_view code, name;
};

struct TrustInCast {
    std::string_view key, name;
};

struct SchoolInCast {
    std::string_view key, name, phase, trust, urn, dfe_number, street, postcode;
    int age_from, age_to;
};

/// One weekly offer of a provider. `places` are for each of its sessions; `sessions` reads "mon-am tue-pm …" or "all".
struct ProgrammeInCast {
    std::string_view name, category, description;
    bool full_time;
    int weeks_max;
    std::string_view focus;
    int age_from, age_to;
    std::string_view needs;
    int price_pence;
    std::string_view price_unit, sessions;
    int places;
    std::string_view courses;  // "subject/accreditation/level; …"
};

/// How the provider stands with quality assurance: what the derived status will say about it.
enum class Standing { assured, with_conditions, lapsed, suspended, never_visited };

struct ProviderInCast {
    std::string_view key, name, registration, urn, summary, typical_week, street, postcode;
    bool in_area;
    Standing standing;
    std::string_view safeguarding_lead;
    std::span<const ProgrammeInCast> programmes;
};

struct PersonInCast {
    std::string_view name, role, organisation;  // organisation: key of a school, trust, provider, or "council", "health", …
    std::string_view shows;                     // what the sign-in page of the demonstration says this person can show you
};

[[nodiscard]] std::span<const AuthorityInCast> authorities();
[[nodiscard]] std::span<const TrustInCast> trusts();
[[nodiscard]] std::span<const SchoolInCast> schools();
[[nodiscard]] std::span<const ProviderInCast> providers();
[[nodiscard]] std::span<const PersonInCast> people();

}  // namespace waymark::harrowdale
