// Tasks for the commissioner and the clerk.
#include "panel/actions/follow_up.hpp"

#include "people/store/organisations.hpp"
#include "tasks/store/tasks.hpp"

namespace waymark::panel {

void open_follow_up(Transaction& tx, const Case& the_case, const Decision& decision)
{
    const auto& referral = the_case.referral;
    tasks::close_tasks_about(tx, referral.id.value, find_place_task, tasks::State::no_longer_needed);
    if (decision.supersedes) tasks::close_tasks_about(tx, decision.supersedes->value, send_letters_task, tasks::State::no_longer_needed);
    const auto teams = people::organisations_of_kind(tx, people::OrganisationKind::authority_team);
    const OrganisationId team = teams.empty() ? tx.context().who.organisation : teams.front().id;

    if (decision.what.outcome == Outcome::place_in_provision) {
        // The law's clock and the day promised to the family: whichever ends first.
        const auto clock = waiting(tx, referral);
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
                              .organisation = team,
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
                          .organisation = team,
                          .role = Role::panel_clerk});
}

}  // namespace waymark::panel
