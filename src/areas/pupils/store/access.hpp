// Asking and changing who may see a child. Placements, offers, referrals and agendas give organisations their reasons here.
#pragma once

#include <optional>

#include "foundation/result.hpp"
#include "platform/context.hpp"
#include "platform/database/database.hpp"
#include "pupils/rules/access.hpp"
#include "pupils/rules/pupil.hpp"

namespace waymark::pupils {

/// Why an organisation sees a child.
enum class AccessKind { enrolled, referred, offered, placed, on_agenda, working_with };

/// Whether this person may see this child today.
[[nodiscard]] bool may_see(Transaction& tx, const Who& who, PupilId pupil);

/// The parameters :scope and :organisation of the condition `-- include: pupils/store/access.sql#visible_to`, which
/// every list of children carries; the query calls the pupil `p`. Add the query's own parameters to what this answers.
[[nodiscard]] Bindings visible_to(const Who& who);

/// Gives the organisation a reason to see the child from that day on. Safe to repeat.
/// about      the record that is the reason: the enrolment, referral, offer, placement or agenda item
void grant_access(Transaction& tx, PupilId pupil, OrganisationId organisation, AccessKind kind, Id about, Date from);

/// Ends that reason: `last_day` is the last day on which the organisation sees the child because of it.
/// organisation  none: for every organisation that has this reason
void end_access(Transaction& tx, AccessKind kind, Id about, Date last_day, std::optional<OrganisationId> organisation = {});

}  // namespace waymark::pupils
