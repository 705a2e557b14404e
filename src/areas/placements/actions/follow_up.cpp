// Tasks: whose, by when, and where it is done.
#include "placements/actions/follow_up.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "people/store/calendars.hpp"
#include "tasks/store/tasks.hpp"

namespace waymark::placements {
namespace {

std::string page_of(const Placement& placement, std::string_view part = {}) { return fmt::format("/placements/{}{}", placement.id.text(), part); }

/// The school day before, or the day before where the calendar does not say.
Date day_before(Transaction& tx, const Placement& placement)
{
    const auto school = people::calendar_of(tx, placement.roll_school).calendar;
    return std::max(tx.today(), school.add_school_days(placement.from, -1).value_or(placement.from - Days{1}));
}

}  // namespace

void open_offer_tasks(Transaction& tx, const Offer& offer, OrganisationId sender)
{
    const auto href = "/offers/" + offer.id.text();
    tasks::open_task(tx, {.kind = "offer_reply",
                          .title = fmt::format("Answer the offer for {}", offer.pupil_reference),
                          .why = fmt::format("{} asked on {}", tx.context().who.name, long_date(tx.today())),
                          .severity = Severity::info,
                          .due_on = offer.reply_by,
                          .about_entity = "offer",
                          .about = offer.id.value,
                          .href = href,
                          .pupil = offer.pupil.value,
                          .organisation = offer.provider,
                          .role = Role::provider_manager});
    tasks::open_task(tx, {.kind = "offer_reply_overdue",
                          .title = fmt::format("Chase {} about {}", offer.provider_name, offer.pupil_reference),
                          .why = fmt::format("Asked to answer by {}", long_date(offer.reply_by)),
                          .severity = Severity::warn,
                          .due_on = offer.reply_by + Days{1},
                          .about_entity = "offer",
                          .about = offer.id.value,
                          .href = href,
                          .pupil = offer.pupil.value,
                          .organisation = sender,
                          .role = Role::commissioner});
}

void open_tasks_before_day_one(Transaction& tx, const Placement& placement)
{
    tasks::open_task(tx, {.kind = "confirmations_missing",
                          .title = fmt::format("Give the written confirmations for {}", placement.pupil_reference),
                          .why = fmt::format("The placement cannot start on {} without them", long_date(placement.from)),
                          .severity = Severity::warn,
                          .due_on = day_before(tx, placement),
                          .about_entity = "placement",
                          .about = placement.id.value,
                          .href = page_of(placement, "/before-day-one"),
                          .pupil = placement.pupil.value,
                          .organisation = placement.provider,
                          .role = Role::provider_manager});
    tasks::open_task(tx, {.kind = "placement_to_start",
                          .title = fmt::format("Start the placement of {} at {}", placement.pupil_reference, placement.provider_name),
                          .why = "Planned; all confirmations must be there first",
                          .severity = Severity::warn,
                          .due_on = placement.from,
                          .about_entity = "placement",
                          .about = placement.id.value,
                          .href = page_of(placement, "/before-day-one"),
                          .pupil = placement.pupil.value,
                          .organisation = placement.commissioner});
}

void close_confirmation_task_if_done(Transaction& tx, const Placement& placement)
{
    if (missing_confirmations_of(tx, placement.id, placement.from).empty())
        tasks::close_tasks_about(tx, placement.id.value, "confirmations_missing");
}

void open_end_task(Transaction& tx, const Placement& placement, Date end)
{
    tasks::open_task(tx, {.kind = "placement_end",
                          .title = fmt::format("End or extend the placement of {} at {}", placement.pupil_reference, placement.provider_name),
                          .why = fmt::format("Its agreed end is {}", long_date(end)),
                          .severity = Severity::warn,
                          .due_on = end,
                          .about_entity = "placement",
                          .about = placement.id.value,
                          .href = page_of(placement),
                          .pupil = placement.pupil.value,
                          .organisation = placement.commissioner});
}

void close_all_tasks(Transaction& tx, const Placement& placement) { tasks::close_tasks_about(tx, placement.id.value); }

}  // namespace waymark::placements
