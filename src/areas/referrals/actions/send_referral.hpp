// Sending a referral, which tells the authority and starts its clocks; and taking it back.
#pragma once

#include <string>

#include "platform/context.hpp"
#include "referrals/rules/referral.hpp"

namespace waymark::referrals {

struct SendReferral {
    ReferralId referral;
    int seen_version = 0;
    std::string declared_by;            // the name under the declaration
};
/// Sends a referral whose eight sections are complete: from today the authority has been told, its clocks run, the referring
/// organisation keeps sight of the child, the words of child and family are kept as voice, and the clerk has it. Sending it
/// again changes nothing and succeeds.
/// Fails   `referral.section_incomplete` for each, `referral.declaration_missing`, `referral.not_yours`, stale
/// Rule    R13
Result<void> send_referral(Context& context, const SendReferral& command);

struct WithdrawReferral {
    ReferralId referral;
    int seen_version = 0;
    std::string reason;
};
/// Takes the referral back before it is decided. Fails `referral.reason_missing`, `referral.state_change_refused`, stale.
Result<void> withdraw_referral(Context& context, const WithdrawReferral& command);

}  // namespace waymark::referrals
