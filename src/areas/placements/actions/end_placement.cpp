// The last day.
#include "placements/actions/end_placement.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "placements/actions/follow_up.hpp"
#include "placements/store/timetable.hpp"
#include "pupils/store/access.hpp"
#include "referrals/store/referrals.hpp"

namespace waymark::placements {
namespace {

/// The place fell through before the first day: the child waits again.
Result<void> reopen_referral(Transaction& tx, const Placement& placement)
{
    if (!placement.referral || placement.state != PlacementState::planned) return {};
    const auto referral = referrals::find_referral(tx, *placement.referral);
    if (!referral || referral->state != referrals::State::placed) return {};
    TRY(referrals::set_state(tx, *referral, referrals::State::decided));
    return tx.record({.verb = "waits_again", .entity = "referral", .about = referral->id.value, .pupil = placement.pupil.value});
}

}  // namespace

Result<void> end_placement(Context& context, const EndPlacement& command)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        auto placement = TRY(find_to_manage(tx, command.placement, command.seen_version));
        const auto& ending = command.ending;
        TRY(problems_with(ending, {.state = placement.state, .from = placement.from}).as_result());
        TRY(delete_expected_after(tx, placement.id, ending.ended_on));
        TRY(reopen_referral(tx, placement));
        placement.ended_on = ending.ended_on;
        placement.end_reason = ending.reason;
        placement.destination = ending.destination;
        placement.end_note = ending.note;
        placement.end_child_view = command.child_view;
        placement.provider_report = command.provider_report;
        TRY(set_ended(tx, placement));
        pupils::end_access(tx, pupils::AccessKind::placed, placement.id.value, std::max(tx.today(), ending.ended_on));
        close_all_tasks(tx, placement);
        return tx.record({.verb = "ended", .entity = "placement", .about = placement.id.value, .pupil = placement.pupil.value,
                          .before = fmt::format(R"({{"state":"{}"}})", enum_text(placement.state)),
                          .after = fmt::format(R"({{"state":"ended","ended_on":"{}","end_reason":"{}","destination":"{}"}})", iso(ending.ended_on),
                                               enum_text(*ending.reason), enum_text(*ending.destination)),
                          .reason = ending.note});
    });
}

}  // namespace waymark::placements
