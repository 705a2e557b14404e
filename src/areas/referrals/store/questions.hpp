// What the clerk asked about a referral, what was answered, and where the clerk sent it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "platform/context.hpp"
#include "platform/database/database.hpp"
#include "referrals/rules/referral.hpp"

namespace waymark::referrals {

struct QuestionTag;
using QuestionId = IdOf<QuestionTag>;

struct Question {
    QuestionId id;
    std::optional<Section> section;         // which part it is about; none: the whole
    std::string question;
    std::string answer;
    Date due_on;
    Instant asked_at;
    std::string asked_by_name;
    std::optional<Instant> answered_at;     // none: still open
    std::string answered_by_name;
};
/// In the order they were asked.
[[nodiscard]] std::vector<Question> questions_of(Transaction& tx, ReferralId referral);
/// number   of the question among those asked together, from 0, so that they stay in order
void insert_question(Transaction& tx, ReferralId referral, int number, std::optional<Section> section, std::string_view question, Date due_on);
/// Answers false when it was answered already.
[[nodiscard]] bool answer_question(Transaction& tx, ReferralId referral, QuestionId question, std::string_view answer);

struct Triage {
    TriageRoute route = TriageRoute::panel;
    std::string reasons;
    std::optional<ReferralId> duplicate_of;
    Instant at;
    std::string by_name;
};
/// Newest first.
[[nodiscard]] std::vector<Triage> triages_of(Transaction& tx, ReferralId referral);
void insert_triage(Transaction& tx, ReferralId referral, TriageRoute route, std::string_view reasons, std::optional<ReferralId> duplicate_of);

}  // namespace waymark::referrals
