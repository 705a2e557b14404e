// What is forbidden about somebody to ring: by a court, or by whoever else may decide it; and who may know where a protected child lives.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pupils/rules/records.hpp"
#include "vocabulary/permission.hpp"

namespace waymark::pupils {

enum class RestrictionKind { no_contact, address_not_given };
[[nodiscard]] std::string restriction_words(RestrictionKind kind);      // "Do not contact this person"

struct ContactRestriction {
    Id id;
    Id contact;
    RestrictionKind kind = RestrictionKind::no_contact;
    std::string source;     // the order in words: which court, which day
    DateRange days;
};
/// "Do not contact this person. Child arrangements order, Harrowdale Family Court, 3 March 2026. Since 3 March 2026."
[[nodiscard]] std::string warning_words(const ContactRestriction& restriction);
/// All that is wrong with a new one, on the fields kind, source, from and to.
[[nodiscard]] Problems problems_with(const std::optional<RestrictionKind>& kind, std::string_view source, const DateRange& days);

/// Those about that person which hold on that day.
[[nodiscard]] std::vector<ContactRestriction> restrictions_on(std::span<const ContactRestriction> all, Id contact, Date day);

/// The people to ring whose whole name stands in what somebody typed as whom a letter is to: upper and lower case do not matter.
[[nodiscard]] std::vector<Contact> contacts_named(std::span<const Contact> contacts, std::string_view addressee);

/// Whether a text gives where the child lives: its postcode, or the first line of the address. Spaces and upper and lower case do not matter.
[[nodiscard]] bool gives_address(std::string_view text, std::string_view address, std::string_view postcode);

/// A protected address, and what leads to it such as a distance from home, is for those who plan the child's education and care.
/// Rule       R53: each sees only what they need
[[nodiscard]] bool may_see_protected_address(std::optional<Role> role);

}  // namespace waymark::pupils
