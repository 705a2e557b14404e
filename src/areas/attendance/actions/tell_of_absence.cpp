// Unexplained absence is a safeguarding event: the roll school is told at once, and the authority after two sessions in a row.
#include "attendance/actions/tell_of_absence.hpp"

#include <fmt/format.h>

#include "people/store/organisations.hpp"
#include "tasks/store/tasks.hpp"

namespace waymark::attendance {
namespace {

constexpr std::string_view kind = "unexplained_absence";
constexpr std::string_view pressing_kind = "unexplained_absence_again";

/// One absence is a child and a day: its tasks close when neither session of it is unexplained any more.
Id id_of(const Absence& absence) { return Id::from_words("absence " + absence.pupil.text() + " " + iso(absence.day)); }

OrganisationId authority_team(Transaction& tx)
{
    const auto teams = people::organisations_of_kind(tx, people::OrganisationKind::authority_team);
    expects(!teams.empty());
    return teams.front().id;
}

tasks::NewTask task_for(const Absence& absence, OrganisationId whose, bool again)
{
    return {
        .kind = std::string{again ? pressing_kind : kind},
        .title = again ? "Find out where a child is: two sessions in a row unexplained" : "Find out why a child is not there",
        .why = fmt::format("No reason known for {}, {}", weekday_date(absence.day), session_name(absence.session)),
        .severity = again ? Severity::warn : Severity::info,
        .due_on = absence.day,
        .about_entity = "absence",
        .about = id_of(absence),
        .href = "/absence?day=" + iso(absence.day),
        .pupil = absence.pupil.value,
        .organisation = whose,
    };
}

}  // namespace

Result<void> tell_of_absence(Transaction& tx, const Absence& absence)
{
    const auto authority = authority_team(tx);
    const auto whose = absence.roll_school ? *absence.roll_school : authority;
    tasks::open_task(tx, task_for(absence, whose, false));
    if (unexplained_in_a_row(tx, absence.pupil, absence.day) >= 2) {
        tasks::open_task(tx, task_for(absence, whose, true));
        if (whose != authority) tasks::open_task(tx, task_for(absence, authority, true));
    }
    return {};
}

Result<void> absence_is_explained(Transaction& tx, const Absence& absence)
{
    const auto other = absence.session == Session::am ? Session::pm : Session::am;
    const auto mark = standing_mark(tx, absence.pupil, absence.day, other);
    if (!mark || mark->code != "N") tasks::close_tasks_about(tx, id_of(absence));
    return {};
}

}  // namespace waymark::attendance
