// Decisions as they stand for good, and the kinds of provision that they choose from.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "panel/rules/decision.hpp"
#include "platform/context.hpp"
#include "platform/database/database.hpp"

namespace waymark::panel {

using referrals::ReferralId;

/// A decision with all that was minuted around it.
struct Decision {
    DecisionId id;
    ReferralId referral;
    std::optional<MeetingId> meeting;       // none: decided outside a meeting
    ProposedDecision what;
    std::string category_name;              // empty: no place
    std::string signed_off_name;            // empty: none was needed
    std::string child_view, family_view;    // as they were at the decision
    std::string minute;                     // who was there, who stood aside and why
    std::string chair_name;
    Date decided_on;
    std::optional<DecisionId> supersedes;
    std::optional<DecisionId> superseded_by;
    std::string recorded_by;
    Instant recorded_at;
};

/// Fails `panel.decision_not_found`.
[[nodiscard]] Result<Decision> find_decision(Transaction& tx, DecisionId id);
/// The one that no later decision supersedes.
[[nodiscard]] std::optional<Decision> standing_decision(Transaction& tx, ReferralId referral);
/// Newest first.
[[nodiscard]] std::vector<Decision> decisions_of(Transaction& tx, ReferralId referral);
/// Inserts it under `decision.id`.
void insert_decision(Transaction& tx, const Decision& decision);

/// A kind of provision on the authority's list.
struct Category {
    std::string id;
    std::string description;
    CategoryRules rules;
};
[[nodiscard]] std::vector<Category> categories_on(Transaction& tx, Date day);
[[nodiscard]] std::optional<Category> find_category(Transaction& tx, const std::optional<std::string>& id);

}  // namespace waymark::panel
