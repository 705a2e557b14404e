// From a place agreed to a placement planned.
#include "placements/actions/plan_placement.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "directory/store/programmes.hpp"
#include "directory/store/providers.hpp"
#include "people/store/calendars.hpp"
#include "placements/actions/checks.hpp"
#include "placements/actions/follow_up.hpp"
#include "placements/store/timetable.hpp"
#include "pupils/store/access.hpp"

namespace waymark::placements {
namespace {

Problems problems_with_dates(const PlanPlacement& command, const directory::Programme& programme)
{
    Problems found;
    if (command.purpose.empty()) found.add("placement.purpose_missing", "Enter the purpose of the placement.", "purpose");
    if (command.expected_end < command.from)
        found.add("placement.end_before_start", "The end must be on or after the start.", "expected_end");
    else if (programme.weeks_max && days_between(command.from, command.expected_end) + 1 > *programme.weeks_max * 7)
        found.add("placement.too_long", fmt::format("{} lasts {} weeks at most. Choose an earlier end.", programme.name, *programme.weeks_max), "expected_end");
    return found;
}

/// R30: the names that are known already, so that nobody types them.
NamedPeople known_people(Transaction& tx, NamedPeople people, const ChildFacts& child, const directory::Provider& provider)
{
    const auto& who = tx.context().who;
    if (people.authority_officer.empty() && !is_at_provider(who)) people.authority_officer = who.name;
    if (people.provider_lead.empty()) people.provider_lead = provider.safeguarding_lead;
    if (people.school_lead.empty() && child.school) people.school_lead = lead_at_school(tx, *child.school);
    return people;
}

}  // namespace

Result<PlacementId> plan_placement(Context& context, const PlanPlacement& command)
{
    return context.in_transaction([&](Transaction& tx) -> Result<PlacementId> {
        const auto child = TRY(child_facts(tx, command.pupil));
        const auto programme = directory::find_programme(tx, command.programme);
        if (!programme) return not_found("placement.no_such_programme", "There is no such programme.");
        const auto provider = TRY(directory::provider_or_problem(tx, programme->provider));

        const Money price = command.price.value_or(programme->price);
        const PriceUnit unit = command.price_unit.value_or(programme->price_unit);
        const int minutes = command.minutes.value_or(programme->session_minutes);
        Problems problems = problems_with_dates(command, *programme);
        problems.append(problems_with_provider(tx, provider));
        problems.append(problems_with_timetable(tx, {.child = child,
                                                     .programme = *programme,
                                                     .provider = provider,
                                                     .sessions = command.sessions,
                                                     .minutes = minutes,
                                                     .days = {command.from, std::max(command.from, command.expected_end)},
                                                     .price = price,
                                                     .price_unit = unit,
                                                     .roll = command.registration,
                                                     .legal_basis = command.legal_basis,
                                                     .placement = {},
                                                     .override_reason = command.override_reason}));
        TRY(problems.as_result());

        Placement placement{.id = tx.new_id<PlacementId>(),
                            .pupil = command.pupil,
                            .pupil_reference = child.reference,
                            .programme = programme->id,
                            .provider = provider.id,
                            .provider_name = provider.name,
                            .referral = command.referral,
                            .decision = command.decision,
                            .offer = command.offer,
                            .commissioner = command.commissioner,
                            .funder = command.funder.value_or(command.commissioner),
                            .legal_basis = command.legal_basis,
                            .purpose = command.purpose,
                            .from = command.from,
                            .expected_end = command.expected_end,
                            .registration = command.registration,
                            .price = price,
                            .price_unit = unit,
                            .part_time_reason = command.part_time_reason,
                            .roll_school = child.school,
                            .people = known_people(tx, command.people, child, provider),
                            .override_reason = command.override_reason,
                            .override_by = command.override_reason.empty() ? std::string{} : context.who.name};
        insert_placement(tx, placement);
        for (const auto& when : command.sessions)
            insert_slot(tx, placement, {.when = when, .minutes = minutes, .site = programme->site, .in_force = {command.from, std::nullopt}});
        pupils::grant_access(tx, command.pupil, provider.id, pupils::AccessKind::placed, placement.id.value, tx.today());
        TRY(tx.record({.verb = "planned",
                       .entity = "placement",
                       .about = placement.id.value,
                       .pupil = command.pupil.value,
                       .after = fmt::format(R"({{"from":"{}","expected_end":"{}","sessions":{}}})", iso(command.from), iso(command.expected_end),
                                            command.sessions.size()),
                       .reason = command.override_reason}));
        open_tasks_before_day_one(tx, placement);
        return placement.id;
    });
}

}  // namespace waymark::placements
