// Recording what was decided about a referral: in a meeting, outside one, or in place of an earlier decision.
#pragma once

#include <optional>

#include "panel/store/decisions.hpp"

namespace waymark::panel {

struct DecideReferral {
    ReferralId referral;
    int seen_version = 0;               // of the referral
    std::optional<MeetingId> meeting;   // none: outside a meeting, for reasons that the decision gives
    ProposedDecision decision;
};

/// Records the decision, moves the referral on, drafts both letters and opens the follow-up work, all or nothing. The views of
/// child and family come from the record. Decided on the day of the meeting, or today outside one. Where a decision of this
/// referral stands already, the new one supersedes it.
/// Fails      everything of problems_with; `panel.not_on_agenda`, `panel.meeting_not_yet`, `panel.sign_off_not_allowed`,
///            `referral.state_change_refused`; stale
Result<DecisionId> decide(Context& context, const DecideReferral& command);

struct SupersedeDecision {
    DecisionId decision;                // the one that stands
    std::optional<MeetingId> meeting;   // where it was looked at again; none: by the chair, outside a meeting
    ProposedDecision becomes;           // supersede_reason says why the earlier one no longer stands
};

/// Puts a new decision in the place of one that stands. Both remain to be read, each with its reasons.
/// Fails      as decide; `panel.superseded_already` (stale), `panel.child_is_placed` when the child has a place and the new
///            outcome is none, `panel.referral_withdrawn`
Result<DecisionId> supersede(Context& context, const SupersedeDecision& command);

}  // namespace waymark::panel
