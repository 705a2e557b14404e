// Questions and triage, by name.
#include "referrals/store/questions.hpp"

#include "referrals/store/referrals.sql.hpp"

namespace waymark::referrals {

std::vector<Question> questions_of(Transaction& tx, ReferralId referral)
{
    return tx.all(sql::questions_of, {{"referral", referral}}, [](const Row& row) {
        return Question{
            .id = row.id<QuestionId>("id"),
            .section = row.maybe_one_of<Section>("section"),
            .question = row.text("question"),
            .answer = row.text_or_empty("answer"),
            .due_on = row.date("due_on"),
            .asked_at = row.instant("asked_at"),
            .asked_by_name = row.text("asked_by_name"),
            .answered_at = row.maybe_instant("answered_at"),
            .answered_by_name = row.text_or_empty("answered_by_name"),
        };
    });
}

void insert_question(Transaction& tx, ReferralId referral, int number, std::optional<Section> section, std::string_view question, Date due_on)
{
    tx.run(sql::insert_question, {{"id", QuestionId::make(tx.now() + std::chrono::milliseconds{number})},  // ids sort by time
                                  {"referral", referral},
                                  {"section", section},
                                  {"question", question},
                                  {"due_on", due_on}});
}

bool answer_question(Transaction& tx, ReferralId referral, QuestionId question, std::string_view answer)
{
    return tx.run(sql::answer_question, {{"referral", referral}, {"question", question}, {"answer", answer}}) == 1;
}

std::vector<Triage> triages_of(Transaction& tx, ReferralId referral)
{
    return tx.all(sql::triages_of, {{"referral", referral}}, [](const Row& row) {
        return Triage{
            .route = row.one_of<TriageRoute>("route"),
            .reasons = row.text("reasons"),
            .duplicate_of = row.maybe_id<ReferralId>("duplicate_of"),
            .at = row.instant("created_at"),
            .by_name = row.text("by_name"),
        };
    });
}

void insert_triage(Transaction& tx, ReferralId referral, TriageRoute route, std::string_view reasons, std::optional<ReferralId> duplicate_of)
{
    tx.run(sql::insert_triage, {{"id", Id::make(tx.now())},
                                {"referral", referral},
                                {"route", route},
                                {"reasons", reasons},
                                {"duplicate_of", duplicate_of}});
}

}  // namespace waymark::referrals
