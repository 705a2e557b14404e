// The tasks that a placement leaves behind at each step, so that nothing depends on somebody remembering.
#pragma once

#include "placements/store/offers.hpp"
#include "placements/store/placements.hpp"

namespace waymark::placements {

/// For the provider: answer by the reply date. For the authority: chase it, the day after.
void open_offer_tasks(Transaction& tx, const Offer& offer, OrganisationId sender);
/// For the provider: confirmations missing. For the commissioner: start it.
void open_tasks_before_day_one(Transaction& tx, const Placement& placement);
/// Closes the provider's task once nothing is missing for the first day.
void close_confirmation_task_if_done(Transaction& tx, const Placement& placement);
/// For the commissioner: on its last day a placement is ended or extended; the morning after, this is overdue.
void open_end_task(Transaction& tx, const Placement& placement, Date end);
void close_all_tasks(Transaction& tx, const Placement& placement);

}  // namespace waymark::placements
