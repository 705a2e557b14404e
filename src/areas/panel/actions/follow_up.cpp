// Tasks for the commissioner and the clerk.
#include "panel/actions/follow_up.hpp"

#include "tasks/store/tasks.hpp"

namespace waymark::panel {

void open_follow_up(Transaction& tx, const Case& the_case, const Decision& decision)
{
    const auto& referral = the_case.referral;
    tasks::close_tasks_about(tx, referral.id.value, find_place_task, tasks::State::no_longer_needed);
    if (decision.supersedes) tasks::close_tasks_about(tx, decision.supersedes->value, send_letters_task, tasks::State::no_longer_needed);
    const auto team_of = [&](Role role) { return tasks::team_of_role(tx, role).value_or(tx.context().who.organisation); };

    if (decision.what.outcome == Outcome::place_in_provision) {
        // The clock for education to start and the day promised to the family: whichever ends first.
        auto decided = referral;
        decided.state = referrals::State::decided;
        decided.decided_on = decision.decided_on;
        const auto clock = waiting(tx, decided);
        const Date promised = news_by(tx, the_case, decision.decided_on);
        tasks::open_task(tx, {.kind = std::string{find_place_task},
                              .title = "Find a place for referral " + referral.reference,
                              .why = "Decided on " + long_date(decision.decided_on) + ": " + decision.category_name,
                              .severity = clock.due && *clock.due < tx.today() ? Severity::breach : Severity::warn,
                              .due_on = clock.due && *clock.due < promised ? *clock.due : promised,
                              .about_entity = "referral",
                              .about = referral.id.value,
                              .href = "/pupils/" + the_case.pupil.reference + "/shortlist",
                              .pupil = the_case.pupil.id.value,
                              .organisation = team_of(Role::commissioner),
                              .role = Role::commissioner});
    }
    tasks::open_task(tx, {.kind = std::string{send_letters_task},
                          .title = "Send the letters about referral " + referral.reference,
                          .why = outcome_name(decision.what.outcome) + ", decided on " + long_date(decision.decided_on),
                          .severity = Severity::warn,
                          .due_on = tx.today(),
                          .about_entity = "decision",
                          .about = decision.id.value,
                          .href = "/decisions/" + decision.id.text(),
                          .pupil = the_case.pupil.id.value,
                          .organisation = team_of(Role::panel_clerk),
                          .role = Role::panel_clerk});
}

}  // namespace waymark::panel
