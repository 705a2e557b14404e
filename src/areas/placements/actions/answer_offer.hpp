// What a provider may answer to an offer, and what the commissioner may do with one that is open.
#pragma once

#include <string>

#include "foundation/result.hpp"
#include "placements/store/offers.hpp"
#include "platform/context.hpp"

namespace waymark::placements {

/// Accepts: the placement is planned with the sessions offered, other open offers are withdrawn once the week is complete,
/// and the referral becomes placed. A clash or a place that went to somebody else meanwhile is refused in words.
///
/// seen_version   the version the person had open; a stale one is refused
/// Rule           R17 (legal basis from the referral), R25, R36
[[nodiscard]] Result<PlacementId> accept_offer(Context& context, OfferId offer, int seen_version);

/// Fails `offer.decline_reason_missing`
[[nodiscard]] Result<void> decline_offer(Context& context, OfferId offer, int seen_version, const std::string& reason);

/// Fails `offer.question_missing`
[[nodiscard]] Result<void> ask_about_offer(Context& context, OfferId offer, int seen_version, const std::string& question);

/// The commissioner's answer; the offer waits for the provider again. Fails `offer.answer_missing`
[[nodiscard]] Result<void> answer_question_about_offer(Context& context, OfferId offer, int seen_version, const std::string& answer);

/// Fails `offer.withdraw_reason_missing`
[[nodiscard]] Result<void> withdraw_offer(Context& context, OfferId offer, int seen_version, const std::string& reason);

/// The power under which a decided place is made.  Rule R17
[[nodiscard]] LegalBasis legal_basis_for(const referrals::Referral& referral, RollDuringPlacement roll);

}  // namespace waymark::placements
