// Asking, answering, routing.
#include "referrals/actions/triage.hpp"

#include <algorithm>

#include "foundation/text.hpp"
#include "pupils/store/access.hpp"
#include "referrals/actions/write_referral.hpp"
#include "referrals/store/referrals.hpp"
#include "tasks/store/tasks.hpp"

namespace waymark::referrals {
namespace {

Result<void> record_on_trail(Transaction& tx, const Referral& referral, std::string verb, std::string reason = {}, std::string after = {})
{
    return tx.record({.verb = std::move(verb), .entity = "referral", .about = referral.id.value, .pupil = referral.pupil.value,
                      .after = std::move(after), .reason = std::move(reason)});
}

void open_task_for(Transaction& tx, const Referral& referral, std::string kind, std::string title, Role role, Severity severity,
                   std::string page, std::string why)
{
    const auto team = tasks::team_of_role(tx, role);
    if (!team) return;
    tasks::open_task(tx, {.kind = std::move(kind), .title = std::move(title), .why = std::move(why), .severity = severity,
                          .due_on = severity == Severity::info ? tx.today() + Days{7} : tx.today(), .about_entity = "referral",
                          .about = referral.id.value, .href = "/referrals/" + referral.id.text() + page, .pupil = referral.pupil.value,
                          .organisation = *team, .role = role});
}

/// Whose work a routed referral becomes.
void open_follow_up(Transaction& tx, const Referral& referral, TriageRoute route, const std::string& reasons)
{
    switch (route) {
    case TriageRoute::panel:
        open_task_for(tx, referral, "referral_for_agenda", "Put referral " + referral.reference + " on an agenda", Role::panel_clerk, Severity::info, "", reasons);
        break;
    case TriageRoute::outreach:
        open_task_for(tx, referral, "outreach_wanted", "Arrange outreach in school for referral " + referral.reference, Role::commissioner, Severity::info, "", reasons);
        break;
    case TriageRoute::emergency_place:
        open_task_for(tx, referral, "emergency_place", "Find a place today for referral " + referral.reference, Role::commissioner, Severity::warn, "", reasons);
        break;
    case TriageRoute::ask_for_more:
    case TriageRoute::duplicate: break;
    }
}

Problems problems_with(const TriageReferral& command)
{
    Problems found;
    if (trimmed(command.reasons).empty() && command.route != TriageRoute::ask_for_more)
        found.add("referral.triage_reasons_missing", "Say why you send it there", "reasons");
    if (command.route == TriageRoute::duplicate && (!command.duplicate_of || command.duplicate_of == command.referral))
        found.add("referral.duplicate_missing", "Choose the referral that it repeats", "duplicate_of");
    if (command.route == TriageRoute::ask_for_more && !command.due_on)
        found.add("referral.due_missing", "Enter the day by which you need the answer", "due_on");
    return found;
}

}  // namespace

Result<void> ask_for_information(Context& context, const AskForInformation& command)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        const Referral referral = TRY(find_for_update(tx, command.referral, command.seen_version));
        Problems found;
        const bool asks_something = std::ranges::any_of(command.questions, [](const AskedQuestion& asked) { return !trimmed(asked.question).empty(); });
        if (!asks_something) found.add("referral.question_missing", "Write at least one question", "question");
        if (command.due_on < context.today) found.add("referral.due_in_past", "The day must be today or later", "due_on");
        TRY(found.as_result());
        TRY(set_state(tx, referral, State::information_requested));
        int number = 0;
        for (const AskedQuestion& asked : command.questions)
            if (!trimmed(asked.question).empty()) insert_question(tx, referral.id, number++, asked.section, trimmed(asked.question), command.due_on);
        tasks::open_task(tx, {.kind = "referral_question",
                              .title = "Answer questions about referral " + referral.reference,
                              .why = "Asked by " + context.who.name + " on " + long_date(context.today),
                              .severity = Severity::warn,
                              .due_on = command.due_on,
                              .about_entity = "referral",
                              .about = referral.id.value,
                              .href = "/referrals/" + referral.id.text() + "/questions",
                              .pupil = referral.pupil.value,
                              .organisation = referral.organisation});
        return record_on_trail(tx, referral, "asked");
    });
}

Result<void> answer_question(Context& context, const AnswerQuestion& command)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        const Referral referral = TRY(find_own(tx, context.who, command.referral));
        if (trimmed(command.answer).empty()) return refused("referral.answer_missing", "Write the answer", "answer");
        if (!answer_question(tx, referral.id, command.question, command.answer))
            return refused("referral.answered_already", "A colleague answered this question already.", "answer");
        const auto questions = questions_of(tx, referral.id);
        const bool all_answered = std::ranges::all_of(questions, [](const Question& question) { return question.answered_at.has_value(); });
        TRY(record_on_trail(tx, referral, "answered"));
        if (!all_answered || referral.state != State::information_requested) return {};
        const Referral back = TRY(set_state(tx, referral, State::submitted));
        open_task_for(tx, back, "referral_triage", "Triage referral " + back.reference + " again", Role::panel_clerk, Severity::warn, "/triage",
                      back.organisation_name + " answered the questions");
        return {};
    });
}

Result<void> triage_referral(Context& context, const TriageReferral& command)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        const Referral referral = TRY(find_for_update(tx, command.referral, command.seen_version));
        TRY(problems_with(command).as_result());
        insert_triage(tx, referral.id, command.route, trimmed(command.reasons), command.duplicate_of);
        set_urgency(tx, referral.id, command.urgency);
        switch (command.route) {
        case TriageRoute::ask_for_more:
            return ask_for_information(context, {.referral = referral.id, .seen_version = referral.version,
                                                 .questions = command.questions, .due_on = *command.due_on});
        case TriageRoute::duplicate: {
            const auto other = find_referral(tx, *command.duplicate_of);
            if (!other) return not_found("referral.not_found", "There is no such referral.");
            TRY(set_state(tx, referral, State::withdrawn, "Duplicate of " + other->reference));
            pupils::end_access(tx, pupils::AccessKind::referred, referral.id.value, context.today);
            break;
        }
        case TriageRoute::panel:
        case TriageRoute::outreach:
        case TriageRoute::emergency_place: {
            const Referral ready = TRY(set_state(tx, referral, State::ready_for_panel));
            open_follow_up(tx, ready, command.route, command.reasons);
            break;
        }
        }
        return record_on_trail(tx, referral, "triaged", command.reasons, R"({"route":")" + std::string{enum_text(command.route)} + R"("})");
    });
}

}  // namespace waymark::referrals
