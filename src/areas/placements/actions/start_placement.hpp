// The first day: only when the confirmations are there, the people named, and the law's notice given.
#pragma once

#include <optional>
#include <string>

#include "foundation/result.hpp"
#include "placements/store/placements.hpp"
#include "platform/context.hpp"

namespace waymark::placements {

struct StartPlacement {
    PlacementId placement;
    int seen_version = 1;
    std::optional<Date> first_day;            // none: as planned
    std::optional<Date> notice_given_on;      // off-site direction: when the parent was told in writing
    std::string notice_override_reason;       // why it starts although the notice was late
    std::optional<NamedPeople> people;        // none: as they stand
    std::string part_time_reason;             // empty: as it stands
};

/// Starts it: the dated sessions are made from the timetable and the school's calendar, and a task waits at its end.
///
/// Fails      `placement.not_planned`, `placement.confirmation_missing` (each), `placement.authority_officer_missing` and the like,
///            `placement.notice_late`, `placement.first_day_not_a_school_day`, `placement.session_taken`, `calendar.missing`
/// Rule       R18, R25, R30, R31; invariants 1 and 2
[[nodiscard]] Result<void> start_placement(Context& context, const StartPlacement& command);

}  // namespace waymark::placements
