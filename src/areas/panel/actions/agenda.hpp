// Making an agenda: all that is ready, in the order of the law's clocks; or one by one, moved by hand.
#pragma once

#include <string>

#include "panel/store/agenda.hpp"

namespace waymark::panel {

/// Puts every referral that is ready and on no other agenda on this one, and the whole agenda in the order of the clocks.
/// Answers how many were new. Fails `panel.meeting_not_found`, `panel.meeting_held`, `panel.nothing_ready`.
/// Rule       R6, R13
Result<int> add_all_ready(Context& context, MeetingId meeting);

/// Puts one referral at the end. Fails `panel.not_ready`, `panel.on_other_agenda`, `panel.meeting_held`.
Result<void> add_to_agenda(Context& context, MeetingId meeting, referrals::ReferralId referral);

enum class Direction { up, down };
/// Swaps it with its neighbour; at the end of the agenda nothing happens. Fails `panel.item_not_found`.
Result<void> move_item(Context& context, AgendaItemId item, Direction direction);

/// Leaves the case for a later meeting: it goes back to the queue. Fails `panel.defer_reason_missing`, `panel.item_not_waiting`.
Result<void> defer_item(Context& context, AgendaItemId item, std::string reason);

struct DeclareConflict {
    AgendaItemId item;
    PanelMemberId member;
    std::string reason;
};
/// From then on the member is not counted in this case, and an organisation with no other member there stops seeing the child.
/// Fails `panel.conflict_reason_missing`, `panel.not_a_member`, `panel.item_not_waiting`, `panel.conflict_already`.
Result<void> declare_conflict(Context& context, const DeclareConflict& command);

}  // namespace waymark::panel
