// Finding referrals and moving them from state to state. Panels and placements work through these.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "platform/context.hpp"
#include "platform/database/database.hpp"
#include "referrals/rules/referral.hpp"

namespace waymark::referrals {

[[nodiscard]] std::optional<Referral> find_referral(Transaction& tx, ReferralId id);

/// The referral, to be changed by somebody who saw it at `seen_version`.
/// Fails `referral.not_found`; `referral.changed_meanwhile` (stale) when somebody has changed it since.
[[nodiscard]] Result<Referral> find_for_update(Transaction& tx, ReferralId id, int seen_version);

/// Moves the referral on, if the table of allowed changes has it, and answers it as it then is. The caller records the
/// event. Fails `referral.state_change_refused`, or stale.
/// withdrawn_reason   in words; only for State::withdrawn
[[nodiscard]] Result<Referral> set_state(Transaction& tx, const Referral& referral, State next,
                                         std::optional<std::string> withdrawn_reason = {});

/// One line of the queue that agendas are built from.
struct QueuedReferral {
    ReferralId id;
    std::string reference;
    PupilId pupil;
    std::string pupil_reference;
    std::string pupil_name;             // on screen only
    std::string organisation_name;
    Urgency urgency = Urgency::routine;
    std::optional<Reason> primary_reason;
    std::optional<Route> route;         // what the clerk chose; none: not triaged here
    std::optional<Date> authority_told_on;
    std::optional<Instant> sent_at;
};
/// All referrals ready for panel: the most urgent first, then the longest waiting.
[[nodiscard]] std::vector<QueuedReferral> queue_ready_for_panel(Transaction& tx);

}  // namespace waymark::referrals
