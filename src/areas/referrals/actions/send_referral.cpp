// Sending and withdrawing.
#include "referrals/actions/send_referral.hpp"

#include "foundation/text.hpp"
#include "people/store/calendars.hpp"
#include "people/store/law_choices.hpp"
#include "pupils/rules/section_19.hpp"
#include "pupils/store/access.hpp"
#include "pupils/store/pupils.hpp"
#include "referrals/actions/write_referral.hpp"
#include "referrals/store/referrals.hpp"
#include "tasks/store/tasks.hpp"
#include "voice/actions/hear.hpp"

namespace waymark::referrals {
namespace {

/// The child's and the family's words, exactly, on the child's own record.
Result<void> keep_voices(Context& context, const Referral& referral)
{
    const auto said = [&](voice::SaidBy by, voice::Method method, const std::string& words) {
        return voice::Voice{.stage = voice::Stage::assessment, .said_by = by, .method = method, .words = words,
                            .said_on = context.today, .about_entity = "referral", .about = referral.id.value};
    };
    expects(referral.child_view_method.has_value());
    const auto method = enum_from_text<voice::Method>(enum_text(*referral.child_view_method));
    expects(method.has_value());
    TRY(voice::hear(context, referral.pupil, said(voice::SaidBy::child, *method, referral.child_view)));
    TRY(voice::hear(context, referral.pupil, said(voice::SaidBy::parent, voice::Method::conversation, referral.family_view)));
    return {};
}

/// The clerk triages by tomorrow; the commissioner's section 19 decision has its own day. Days are school days of the
/// child's school, and the next day where no calendar says.
void open_tasks(Transaction& tx, const Referral& referral)
{
    const auto pupil = pupils::summary_of(tx, referral.pupil);
    const auto calendar = people::calendar_of(tx, pupil ? pupil->school : std::nullopt);
    const tasks::NewTask about{.about_entity = "referral",
                               .about = referral.id.value,
                               .href = "/referrals/" + referral.id.text(),
                               .pupil = referral.pupil.value};
    if (const auto team = tasks::team_of_role(tx, Role::panel_clerk)) {
        tasks::NewTask triage = about;
        triage.kind = "referral_triage";
        triage.title = "Triage referral " + referral.reference;
        triage.why = "Sent by " + referral.organisation_name + " on " + long_date(tx.today());
        triage.severity = referral.urgency == Urgency::routine ? Severity::info : Severity::warn;
        triage.due_on = referral.urgency == Urgency::emergency
                            ? tx.today()
                            : calendar.calendar.add_school_days(tx.today(), 1).value_or(tx.today() + Days{1});
        triage.href += "/triage";
        triage.organisation = *team;
        triage.role = Role::panel_clerk;
        tasks::open_task(tx, triage);
    }
}

/// Who decides is reminded by the clock itself: it stays open until the referral is decided or withdrawn.
void open_decision_task(Transaction& tx, const Referral& referral)
{
    const auto pupil = pupils::summary_of(tx, referral.pupil);
    const auto calendar = people::calendar_of(tx, pupil ? pupil->school : std::nullopt);
    const auto team = tasks::team_of_role(tx, Role::commissioner);
    const auto clock = pupils::decision_clock({.told_on = tx.today()}, {calendar.calendar, calendar.whose}, people::law_for(tx, tx.today()), tx.today());
    if (!team) return;
    tasks::open_task(tx, {.kind = "section_19_decision",
                          .title = "Decide on referral " + referral.reference,
                          .why = clock.due ? "The authority was told on " + long_date(tx.today()) : "The calendar of " + calendar.whose + " is missing: add its terms",
                          .severity = clock.due ? Severity::info : Severity::warn,
                          .due_on = clock.due.value_or(tx.today()),
                          .about_entity = "pupil",
                          .about = referral.pupil.value,
                          .href = "/referrals/" + referral.id.text(),
                          .pupil = referral.pupil.value,
                          .organisation = *team,
                          .role = Role::commissioner});
}

}  // namespace

Result<void> send_referral(Context& context, const SendReferral& command)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        const Referral draft = TRY(find_own(tx, context.who, command.referral));
        if (draft.state == State::submitted) return {};
        TRY(find_for_update(tx, command.referral, command.seen_version));
        Problems found = problems_with_sending(draft, section_states(tx, draft.id), context.today);
        if (trimmed(command.declared_by).empty())
            found.add("referral.declaration_missing", "Enter your name to confirm the declaration", "declared_by");
        TRY(found.as_result());

        const Referral sent = TRY(set_state(tx, draft, State::submitted));
        mark_sent(tx, sent.id, trimmed(command.declared_by));
        pupils::grant_access(tx, sent.pupil, sent.organisation, pupils::AccessKind::referred, sent.id.value, context.today);
        TRY(keep_voices(context, sent));
        open_tasks(tx, sent);
        open_decision_task(tx, sent);
        return tx.record({.verb = "sent", .entity = "referral", .about = sent.id.value, .pupil = sent.pupil.value});
    });
}

Result<void> withdraw_referral(Context& context, const WithdrawReferral& command)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        TRY(find_own(tx, context.who, command.referral));
        const Referral referral = TRY(find_for_update(tx, command.referral, command.seen_version));
        if (trimmed(command.reason).empty())
            return refused("referral.reason_missing", "Say why the referral is withdrawn", "reason");
        TRY(set_state(tx, referral, State::withdrawn, command.reason));
        pupils::end_access(tx, pupils::AccessKind::referred, referral.id.value, context.today);
        return tx.record({.verb = "withdrew", .entity = "referral", .about = referral.id.value, .pupil = referral.pupil.value, .reason = command.reason});
    });
}

}  // namespace waymark::referrals
