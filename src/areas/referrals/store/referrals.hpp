// Finding referrals, writing their sections, and moving them from state to state. Panels and placements work through these.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "platform/context.hpp"
#include "platform/database/database.hpp"
#include "referrals/rules/completeness.hpp"

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

/// The one referral of a child that still waits for a decision.
[[nodiscard]] std::optional<ReferralId> open_referral_of(Transaction& tx, PupilId pupil);
/// All of a child's, newest first; drafts only of the organisation that asks.
[[nodiscard]] std::vector<Referral> referrals_of(Transaction& tx, PupilId pupil, const Who& who);

/// Answers false when the child has an open referral already.
[[nodiscard]] bool insert_referral(Transaction& tx, const Referral& referral);
/// Saves what the sections hold. Fails stale.
[[nodiscard]] Result<void> save_sections(Transaction& tx, const Referral& referral, int seen_version);
void mark_sent(Transaction& tx, ReferralId id, std::string_view declared_by);
void set_urgency(Transaction& tx, ReferralId id, Urgency urgency);

[[nodiscard]] SectionStates section_states(Transaction& tx, ReferralId id);
void set_section_state(Transaction& tx, ReferralId id, Section section, SectionState state);

/// A category of the authority's own list that may be asked for.
struct Category {
    std::string id;                     // "step_out"
    std::string name, description;
    bool treatment_plan_required = false;
};
[[nodiscard]] std::vector<Category> categories(Transaction& tx);

}  // namespace waymark::referrals
