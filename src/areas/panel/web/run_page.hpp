// The live meeting: the decision's POST answers with it when something has to be put right.
#pragma once

#include "foundation/form.hpp"
#include "panel/rules/meeting.hpp"
#include "panel/store/agenda.hpp"
#include "platform/context.hpp"
#include "platform/http/response.hpp"

namespace waymark::panel {

/// The meeting at that case, with what was typed so far. `form` empty: what is known, or what was typed and not yet sent.
/// item       none: the next case that waits
[[nodiscard]] Result<Response> run_page(Context& context, MeetingId meeting, std::optional<AgendaItemId> item, int status, const Form& form);

/// Under this key what is typed about a referral saves itself.
[[nodiscard]] std::string decision_draft_key(referrals::ReferralId referral);

}  // namespace waymark::panel
