// Reasons to see a child, given and ended with the agenda item as their record.
#include "panel/actions/papers_access.hpp"

#include <set>

#include "panel/store/meetings.hpp"
#include "people/store/organisations.hpp"
#include "pupils/store/access.hpp"

namespace waymark::panel {
namespace {

bool needs_a_reason(Transaction& tx, OrganisationId id)
{
    const auto organisation = people::organisation(tx, id);
    return organisation && organisation->kind != people::OrganisationKind::authority_team;
}

}  // namespace

void open_papers(Transaction& tx, const Meeting& meeting, AgendaItemId item, pupils::PupilId pupil)
{
    const Sitting sitting = sitting_for(tx, meeting, item);
    std::set<OrganisationId> may_read;
    for (const Attendee& one : meeting.attendees)
        if (!one.member.organisation.value.is_nil() && !sitting.conflict_of(one.member.id)) may_read.insert(one.member.organisation);
    for (const Attendee& one : meeting.attendees)
        if (sitting.conflict_of(one.member.id) && !may_read.contains(one.member.organisation))
            pupils::end_access(tx, pupils::AccessKind::on_agenda, item.value, tx.today() - Days{1}, one.member.organisation);
    for (const OrganisationId organisation : may_read)
        if (needs_a_reason(tx, organisation)) pupils::grant_access(tx, pupil, organisation, pupils::AccessKind::on_agenda, item.value, tx.today());
}

void close_papers(Transaction& tx, AgendaItemId item)
{
    pupils::end_access(tx, pupils::AccessKind::on_agenda, item.value, tx.today());
}

}  // namespace waymark::panel
