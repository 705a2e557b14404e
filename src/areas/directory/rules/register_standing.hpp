// Whether a provider is a registered school: read off the national register for a day, never typed in.
#pragma once

#include <optional>

#include "directory/rules/provider.hpp"

namespace waymark::directory {

/// What an establishment of the register is to a commissioner of alternative provision.
enum class EstablishmentKind {
    pru, ap_academy, ap_free_school, independent_school, special_school, fe_college,
    other_school,       // mainstream, nursery, secure: a registered school, and no alternative provision of its own
    online_accredited,  // accredited as online education, which is not registration as a school
    no_school,          // a type that is no school, or a code that the register does not have
};

struct OfferedAges {
    std::optional<int> youngest, oldest;    // none: not said
};

struct RegisterStanding {
    bool is_registered = false;     // a school on the register that is open that day
    EstablishmentKind kind = EstablishmentKind::no_school;
    bool is_closed = false;         // the register shows it closed that day
    bool is_closing = false;        // open, and proposed to close or with a closing day to come
    bool is_outside_ages = false;   // offers places below or above the registered ages
    bool is_over_numbers = false;   // more pupils than it is registered for
};

[[nodiscard]] EstablishmentKind establishment_kind(std::string_view type_code);

/// How a provider stands on the register that day; without an entry it is not registered.
///
/// A school counts as open from its opening day to the day before its closing day, with status open (1) or open but proposed to
/// close (3). Ages and numbers are compared where both sides are known, and only for a school that is registered.
/// Rule       R29
/// Source     Get Information about Schools; DfE Online Education Accreditation Scheme, which is separate from registration
[[nodiscard]] RegisterStanding register_standing(const std::optional<RegisterEntry>& entry, Date day, const OfferedAges& offered);

}  // namespace waymark::directory
