// Recording what a court, or somebody else who may decide it, forbids about a person to ring; ending it; and the letters it stops.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "platform/context.hpp"
#include "pupils/store/contact_restrictions.hpp"

namespace waymark::pupils {

struct RestrictContact {
    Id contact;
    std::optional<RestrictionKind> kind;
    std::string source;
    DateRange days;
};
/// From its first to its last day the person is not to be contacted, or not to be told where the child is, wherever they are shown.
/// Fails   `contact.not_found` for somebody who is no contact of this child, and what problems_with finds
Result<void> restrict_contact(Context& context, PupilId pupil, const RestrictContact& command);

/// Yesterday ends it at once. It stays on the record.
/// Fails   `contact.end_in_past`, `contact.restriction_not_found`
Result<void> lift_restriction(Context& context, PupilId pupil, Id contact, Id restriction, Date last_day);

/// A letter that leaves.
struct OutgoingLetter {
    std::string_view addressee, body;
    bool is_to_family = true;
};
/// Why it must not: it is to somebody who must not be contacted; it tells somebody where the child lives who must not know; or it gives
/// a protected address to others than the family. On the fields addressee and body.
[[nodiscard]] Problems problems_with(Transaction& tx, PupilId pupil, const OutgoingLetter& letter);

}  // namespace waymark::pupils
