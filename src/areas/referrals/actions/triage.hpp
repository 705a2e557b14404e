// The clerk's side: asking for more, and sending each referral where it belongs; and the school's answers.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "platform/context.hpp"
#include "referrals/rules/referral.hpp"
#include "referrals/store/questions.hpp"

namespace waymark::referrals {

struct AskedQuestion {
    std::optional<Section> section;     // none: about the whole
    std::string question;
};
struct AskForInformation {
    ReferralId referral;
    int seen_version = 0;
    std::vector<AskedQuestion> questions;
    Date due_on;
};
/// Sends the referral back with questions; the referring organisation gets a task. The clocks go on running.
/// Fails   `referral.question_missing`, `referral.due_in_past`, `referral.state_change_refused`, stale
Result<void> ask_for_information(Context& context, const AskForInformation& command);

struct AnswerQuestion {
    ReferralId referral;
    QuestionId question;
    std::string answer;
};
/// Answers one question; with the last one answered the referral is with the clerk again.
/// Fails   `referral.answer_missing`, `referral.answered_already`, `referral.not_yours`
Result<void> answer_question(Context& context, const AnswerQuestion& command);

struct TriageReferral {
    ReferralId referral;
    int seen_version = 0;
    TriageRoute route = TriageRoute::panel;
    Urgency urgency = Urgency::routine;
    std::string reasons;
    std::optional<ReferralId> duplicate_of;     // with TriageRoute::duplicate
    std::vector<AskedQuestion> questions;       // with TriageRoute::ask_for_more
    std::optional<Date> due_on;                 // the same
};
/// Routes a referral that has arrived. Panel, outreach and emergency place make it ready to be decided, and open the task of
/// whoever takes it on; a duplicate is withdrawn with a pointer to the other; asking for more asks.
/// Fails   `referral.triage_reasons_missing`, `referral.duplicate_missing`, and as ask_for_information does
Result<void> triage_referral(Context& context, const TriageReferral& command);

}  // namespace waymark::referrals
