// The case that a panel hears: the referral with the child behind it, and the law's clocks that run for the child.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "panel/rules/agenda.hpp"
#include "panel/rules/decision.hpp"
#include "platform/context.hpp"
#include "platform/database/database.hpp"
#include "pupils/rules/records.hpp"
#include "referrals/store/lists.hpp"
#include "referrals/store/questions.hpp"
#include "referrals/store/referrals.hpp"

namespace waymark::panel {

/// What a panel knows about one case, read and never typed again.
struct Case {
    referrals::Referral referral;
    pupils::PupilSummary pupil;
    RollNow roll_now = RollNow::none;
    bool was_excluded = false;                       // permanently, and that still stands
    std::string child_view, family_view;             // the referral's, else the latest that was said
    std::vector<referrals::Question> questions;      // what the clerk asked, and what was answered
    std::vector<pupils::Contact> family;             // whom the authority may write to, in their order
    std::vector<OrganisationId> close_organisations; // the child's school, who refers, and their trusts
};
/// Fails `referral.not_found`.
[[nodiscard]] Result<Case> case_of(Transaction& tx, referrals::ReferralId referral);

/// What the decision's rules ask about the case, with the category that was chosen.
[[nodiscard]] CaseFacts facts_of(Transaction& tx, const Case& the_case, const std::optional<std::string>& category, bool supersedes);

/// The referral as an agenda sorts it: with the most severe of its clocks, of those the one that ends first.
[[nodiscard]] WaitingReferral waiting(Transaction& tx, const referrals::Referral& referral);

/// The day by which the family hears again after a decision of that day.
/// Fails nothing: where no calendar is loaded it is a week later, and no day earlier than today.
[[nodiscard]] Date news_by(Transaction& tx, const Case& the_case, Date decided_on);

}  // namespace waymark::panel
