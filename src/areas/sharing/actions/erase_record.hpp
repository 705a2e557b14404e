// Erasing a child's record for good, and the holds that stop it.
#pragma once

#include "platform/context.hpp"
#include "sharing/rules/keeping.hpp"

namespace waymark::sharing {

/// Removes every row about the child in every area, their documents, the drafts about them and what events said; the trail keeps that
/// something happened, who did it and when, and the chain still holds. What stays besides is a count without a name.
/// Fails   `pupil.not_found`, and as `problems_with_erasure`
/// Rule    R54
Result<void> erase_record(Context& context, PupilId pupil, const ErasureAsked& asked);

/// Nothing of the child is erased while it stands, however old it is.
/// Fails   `pupil.not_found`, `hold.reason_missing`, `hold.twice`
/// Rule    R54
Result<void> place_hold(Context& context, PupilId pupil, std::string_view reason);

/// Fails   `hold.reason_missing`, `hold.none`
Result<void> end_hold(Context& context, PupilId pupil, std::string_view reason);

}  // namespace waymark::sharing
