// Another week from a day on: the old slots end, the new ones begin, nothing that was marked is touched.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "foundation/result.hpp"
#include "placements/store/placements.hpp"
#include "platform/context.hpp"
#include "vocabulary/session.hpp"

namespace waymark::placements {

struct ChangeTimetable {
    PlacementId placement;
    int seen_version = 1;
    Date from;                                // the first day of the new week
    std::vector<WeekdaySession> sessions;
    std::optional<int> minutes;               // none: as before
    std::optional<SiteId> site;               // none: as before
    std::string reason;
    std::string override_reason;              // of the head of service: registration threshold
};

/// Fails      the problems of `checks.hpp`; `placement.change_reason_missing`, `placement.change_too_early`,
///            `placement.marks_after`, `placement.confirmation_missing` for a site that was never confirmed
/// Rule       R25, R28, R31 (a new site needs its confirmations before the child goes there)
[[nodiscard]] Result<void> change_timetable(Context& context, const ChangeTimetable& command);

}  // namespace waymark::placements
