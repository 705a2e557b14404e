// Whether a child may walk in: the written confirmations that must exist before day one.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "foundation/date.hpp"
#include "placements/rules/words.hpp"

namespace waymark::placements {

/// Who has to give it. School and authority may also record what the provider gave on paper; a provider cannot answer for them.
enum class Giver { provider, school_or_authority };

struct ConfirmationWords {
    ConfirmationKind kind;
    std::string_view title;         // "Checks on staff"
    std::string_view statement;     // what is confirmed, as the provider reads it
    bool for_each_site;
    Giver giver;
};
/// All eight, in the order of the guidance.
[[nodiscard]] std::span<const ConfirmationWords> confirmation_kinds();
[[nodiscard]] const ConfirmationWords& words_of(ConfirmationKind kind);

struct GivenConfirmation {
    ConfirmationKind kind = ConfirmationKind::staff_checks;
    Date given_on;
    std::optional<std::string> site;  // site id; none: given for the provider as a whole
};

/// One that is missing, out of date, or lacking for a site.
struct MissingConfirmation {
    ConfirmationKind kind = ConfirmationKind::staff_checks;
    std::optional<std::string> site;
    std::string why;                // "Not given yet", "Given on 3 May 2025, more than 12 months before the start"
    bool operator==(const MissingConfirmation&) const = default;
};

/// What still keeps the placement from starting on that day; none: it may start.
///
/// sites      the site ids of the timetable; none for teaching online
/// months_valid  how old a confirmation may be on the first day (12)
/// Rule       R31: all exist, are dated within 12 months, and cover each site in the timetable
/// Source     Keeping children safe in education 2025, paragraphs 169 to 172
[[nodiscard]] std::vector<MissingConfirmation> missing_confirmations(std::span<const GivenConfirmation> given,
                                                                     std::span<const std::string> sites, Date start, int months_valid);

}  // namespace waymark::placements
