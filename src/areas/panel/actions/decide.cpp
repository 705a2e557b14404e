// One path for every decision: load, ask the rules, keep, move the referral on, draft the letters, record.
#include "panel/actions/decide.hpp"

#include <algorithm>

#include "foundation/json.hpp"
#include "panel/actions/draft_letters.hpp"
#include "panel/actions/follow_up.hpp"
#include "panel/actions/papers_access.hpp"
#include "panel/store/agenda.hpp"
#include "panel/store/cases.hpp"
#include "panel/store/meetings.hpp"
#include "people/store/law_choices.hpp"
#include "people/store/users.hpp"
#include "referrals/actions/triage.hpp"
#include "referrals/rules/states.hpp"

namespace waymark::panel {
namespace {

using referrals::State;

/// The meeting as it sits for the case, or nothing outside a meeting.
struct Hearing {
    std::optional<Sitting> sitting;
    std::optional<AgendaItemId> item;
};

Result<Hearing> hearing_of(Transaction& tx, std::optional<MeetingId> meeting_id, ReferralId referral)
{
    if (!meeting_id) return Hearing{};
    const auto meeting = TRY(find_meeting(tx, *meeting_id));
    if (tx.today() < meeting.on_day)
        return refused("panel.meeting_not_yet", "This meeting is on " + weekday_date(meeting.on_day) + ". Record its decisions from that day on.");
    const auto item = item_of_referral(tx, meeting.id, referral);
    if (!item) return refused("panel.not_on_agenda", "This referral is not on the meeting’s agenda. Add it first.");
    return Hearing{.sitting = sitting_for(tx, meeting, item->id), .item = item->id};
}

/// The name of the officer who signed off, where one must. Only those may who answer for placements.
Result<std::string> signing_officer(Transaction& tx, const ProposedDecision& what)
{
    if (!needs_sign_off(what)) return std::string{};
    for (const Role role : {Role::director, Role::commissioner})
        for (const auto& officer : people::colleagues(tx, role))
            if (officer.user == what.signed_off_by) return officer.name;
    return refused("panel.sign_off_not_allowed", "Choose a director or commissioner who signs off placements", "signed_off_by");
}

/// Who was in the chair; outside a meeting that is who decides.
std::string chair_of(const Hearing& hearing, const std::string& asker)
{
    if (!hearing.sitting || !hearing.sitting->meeting.chair) return asker;
    const Attendee* chair = hearing.sitting->meeting.attendee(*hearing.sitting->meeting.chair);
    return chair ? chair->member.name : asker;
}

/// What is kept does not hold answers to questions that the outcome does not ask.
ProposedDecision as_kept(ProposedDecision what, bool outside_meeting, bool supersedes)
{
    if (what.outcome != Outcome::place_in_provision) {
        what.category.reset();
        what.sessions_per_week.reset();
        what.weeks.reset();
        what.roll.reset();
        what.split = what.unregistered = what.out_of_area = false;
        what.roll_reason = what.long_reason = "";
    }
    if (!what.split) what.split_reason = "";
    if (!what.unregistered) what.unregistered_reason = "";
    if (!what.out_of_area) what.out_of_area_reason = "";
    if (!needs_sign_off(what)) what.signed_off_by.reset();
    if (!outside_meeting) what.outside_meeting_reason = "";
    if (!supersedes) what.supersede_reason = "";
    return what;
}

Result<Decision> keep_decision(Transaction& tx, const Case& the_case, const Hearing& hearing, ProposedDecision what,
                                 const std::optional<Decision>& earlier)
{
    const Date decided_on = hearing.sitting ? hearing.sitting->meeting.on_day : tx.today();
    // What the panel had asked for has come: the decision that asked needs no other reason to give way.
    if (earlier && earlier->what.outcome == Outcome::more_information && what.supersede_reason.empty())
        what.supersede_reason = "The panel had asked for more information, and decided when it came.";
    const CaseFacts facts = facts_of(tx, the_case, what.category, earlier.has_value());
    Problems found = problems_with(what, facts, hearing.sitting, people::law_for(tx, decided_on));
    const auto officer = signing_officer(tx, what);
    if (!officer && what.signed_off_by) found.append(officer.error());
    TRY(found.as_result());

    const auto& who = tx.context().who;
    Decision decision{.id = tx.new_id<DecisionId>(),
                      .referral = the_case.referral.id,
                      .meeting = hearing.sitting ? std::optional{hearing.sitting->meeting.id} : std::nullopt,
                      .what = as_kept(std::move(what), !hearing.sitting, earlier.has_value()),
                      .category_name = facts.category ? facts.category->name : "",
                      .signed_off_name = officer.value_or(""),
                      .child_view = the_case.child_view,
                      .family_view = the_case.family_view,
                      .minute = hearing.sitting ? minute_of(*hearing.sitting) : "Decided outside a meeting by " + who.name + ".",
                      .chair_name = chair_of(hearing, who.name),
                      .decided_on = decided_on,
                      .supersedes = earlier ? std::optional{earlier->id} : std::nullopt};
    insert_decision(tx, decision);
    if (hearing.item && set_item_state(tx, *hearing.item, ItemState::decided)) close_papers(tx, *hearing.item);
    if (hearing.sitting && hearing.sitting->meeting.state != MeetingState::held)
        TRY(set_meeting_state(tx, hearing.sitting->meeting, MeetingState::held));
    draft_letters(tx, the_case, decision, earlier);
    TRY(tx.record({.verb = earlier ? "superseded" : "decided",
                   .entity = "referral",
                   .about = the_case.referral.id.value,
                   .pupil = the_case.pupil.id.value,
                   .before = earlier ? json_text(Json{{"outcome", enum_text(earlier->what.outcome)}}) : "",
                   .after = json_text(Json{{"outcome", enum_text(decision.what.outcome)}, {"decision", decision.id.text()}}),
                   .reason = earlier ? decision.what.supersede_reason : decision.what.reasons}));
    return decision;
}

/// The referral is decided; one that the panel must know more about goes back to who refers, each condition a question.
Result<void> move_on(Context& context, Transaction& tx, const Case& the_case, const ProposedDecision& what)
{
    auto referral = the_case.referral;
    // Superseded while the questions are still open, or answered and not triaged again.
    if (referral.state == State::submitted || referral.state == State::information_requested)
        referral = TRY(referrals::set_state(tx, referral, State::ready_for_panel));
    if (referral.state == State::ready_for_panel) referral = TRY(referrals::set_state(tx, referral, State::decided));
    if (state_after(what.outcome) == State::decided) return {};
    std::vector<referrals::AskedQuestion> questions;
    for (const std::string& condition : what.conditions) questions.push_back({.section = {}, .question = condition});
    return referrals::ask_for_information(context, {.referral = referral.id,
                                                    .seen_version = referral.version,
                                                    .questions = std::move(questions),
                                                    .due_on = std::max(tx.today(), news_by(tx, the_case, tx.today()))});
}

}  // namespace

Result<DecisionId> decide(Context& context, const DecideReferral& command)
{
    return context.in_transaction([&](Transaction& tx) -> Result<DecisionId> {
        const auto referral = TRY(referrals::find_for_update(tx, command.referral, command.seen_version));
        TRY(referrals::check_can_become(referral.state, State::decided));
        const auto hearing = TRY(hearing_of(tx, command.meeting, referral.id));
        const auto the_case = TRY(case_of(tx, referral.id));
        const auto decision = TRY(keep_decision(tx, the_case, hearing, command.decision, standing_decision(tx, referral.id)));
        TRY(move_on(context, tx, the_case, decision.what));
        open_follow_up(tx, the_case, decision);
        return decision.id;
    });
}

Result<DecisionId> supersede(Context& context, const SupersedeDecision& command)
{
    return context.in_transaction([&](Transaction& tx) -> Result<DecisionId> {
        const auto earlier = TRY(find_decision(tx, command.decision));
        if (earlier.superseded_by) return stale("panel.superseded_already", "A later decision has taken the place of this one already.");
        const auto the_case = TRY(case_of(tx, earlier.referral));
        if (the_case.referral.state == State::withdrawn)
            return refused("panel.referral_withdrawn", "The referral was withdrawn, so there is nothing left to decide.");
        if (the_case.referral.state == State::placed && command.becomes.outcome != Outcome::place_in_provision)
            return refused("panel.child_is_placed", "The child has a place. End the placement first, then record the new decision.", "outcome");
        const auto hearing = TRY(hearing_of(tx, command.meeting, earlier.referral));
        const auto decision = TRY(keep_decision(tx, the_case, hearing, command.becomes, earlier));
        TRY(move_on(context, tx, the_case, decision.what));
        open_follow_up(tx, the_case, decision);
        return decision.id;
    });
}

}  // namespace waymark::panel
