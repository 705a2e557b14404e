// Opening a child’s record in an emergency, ending that early, and looking at it afterwards.
#pragma once

#include <string>

#include "platform/context.hpp"
#include "pupils/store/emergency.hpp"

namespace waymark::pupils {

struct Opened {
    std::string reference;              // the child’s
    bool had_a_relation = false;        // nothing was opened: the person sees the child anyway
};
/// Opens the record of the one child whom the request names, for as many hours as the authority chose; a record that is open stays so.
/// Every commissioner has the review to do at once, and a mail where the service sends any; neither names the child.
/// Fails   forbidden for a role that may not; what problems_with finds; `emergency.too_many` after five within an hour;
///         `emergency.nobody_found`, in the same words whether nobody or several answer to it
/// Rule    R53
Result<Opened> look_in_emergency(Context& context, const EmergencyRequest& request);

/// A commissioner shuts what somebody else opened. Fails forbidden, `emergency.not_found`; stale when it has ended.
Result<void> end_emergency_look(Context& context, EmergencyId id);

/// What a commissioner, who is not the person who looked, found out. Not right to look: it ends now, if it is open still.
/// Fails   forbidden, `emergency.not_found`, `emergency.own_look`, what problems_with finds; stale when it was reviewed already
Result<void> review_emergency(Context& context, EmergencyId id, const EmergencyReview& review);

/// From today on, records open for so many hours. Fails what problems_with_emergency_hours finds.
Result<void> choose_emergency_hours(Context& context, int hours);
[[nodiscard]] int emergency_hours_now(Transaction& tx);

}  // namespace waymark::pupils
