// A provider and its sites, as the directory's rules and pages speak of them; and what the national register says of it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "directory/rules/distance.hpp"
#include "foundation/date.hpp"
#include "vocabulary/ids.hpp"

namespace waymark::directory {

struct SiteTag;
using SiteId = IdOf<SiteTag>;
struct ProgrammeTag;
using ProgrammeId = IdOf<ProgrammeTag>;
struct ProfileChangeTag;
using ProfileChangeId = IdOf<ProfileChangeTag>;

/// What the provider is in law. Worked out from the register (`registration_on_register`), never typed.
enum class Registration {
    pru, ap_academy, ap_free_school, hospital_school, independent_school, special_school, fe_college, unregistered,
};

struct Site {
    SiteId id;
    OrganisationId provider;
    std::string name;
    std::string address;          // on lines
    std::string postcode;
    Point point;
    std::string access_notes;
    std::optional<Date> closed_on;
    int version = 0;
};

struct Provider {
    OrganisationId id;
    std::string name;
    Registration registration = Registration::unregistered;
    std::string urn, ukprn, company_number;
    std::string street, town, postcode, telephone, email, website;
    std::string summary, typical_week, how_to_get_a_place;
    std::string safeguarding_lead, safeguarding_telephone;
    bool published = false;
    bool in_authority = true;
    std::optional<Date> closed_on;
    int version = 0;
};

/// One establishment as the Department for Education's register (GIAS) last described it.
struct RegisterEntry {
    std::string urn, name, type_code, type_name, status_code, status_name;
    std::optional<Date> opened_on, closed_on;
    std::optional<int> age_low, age_high, capacity, pupils;
    std::string trust_name, ukprn, street, town, postcode;
    std::string vintage;          // the file it was last seen in
};
struct RegisterLink {
    std::string urn, name, type;  // type as published: "Successor", "Predecessor - amalgamated"
    std::optional<Date> established_on;
};

/// The kind of provider that establishment is; nothing for kinds that are no alternative provision of their own, such as
/// a mainstream school or a children's centre. A hospital school has no type of its own in the register: it shows as a
/// special school.
/// Rule       R29; establishment types in codes.md 7
[[nodiscard]] std::optional<Registration> registration_on_register(std::string_view type_code);

/// What the register says that a commissioner must know: closed, about to close, another kind than we hold, not found,
/// ages offered outside the registered range. Each a whole sentence; empty when all is well.
/// Rule       R29
[[nodiscard]] std::vector<std::string> register_warnings(const Provider& provider, const std::optional<RegisterEntry>& entry,
                                                         std::optional<int> youngest_offered, std::optional<int> oldest_offered);

[[nodiscard]] bool is_registered(Registration registration);
[[nodiscard]] std::string registration_words(Registration registration);  // "Pupil referral unit", "Not a registered school"

}  // namespace waymark::directory
