// The clocks of placements: notice, step-out, half-termly review.
#include "clocks/rules/gathering.hpp"
#include "foundation/text.hpp"
#include "placements/rules/direction.hpp"
#include "placements/rules/school_days.hpp"
#include "reviews/rules/review_calendar.hpp"

namespace waymark::clocks {
namespace {

using placements::LegalBasis;
using placements::PlacementState;

void gather_notice(Gathering& gathering, const PlacementFacts& placement)
{
    const Law& law = gathering.law(placement.from);
    const auto& school = gathering.roll_calendar().calendar;
    const auto latest = placements::latest_notice(placement.from, law.direction_notice_school_days, school);
    gathering.add_due(ClockKind::direction_notice,
                      {.deadline = gathering.in_school_days(latest, placement.notice_given_on, school), .counted_in = DayKind::school,
                       .working = counted(law.direction_notice_school_days, "school day") + " before it starts on " + long_date(placement.from) + ".",
                       .about = placement.id});
}

void gather_step_out(Gathering& gathering, const PlacementFacts& placement)
{
    const Law& law = gathering.law(placement.from);
    const auto& school = gathering.roll_calendar().calendar;
    const auto longest = placements::step_out_end(placement.from, law.step_out_school_days, school);
    gathering.add_due(ClockKind::step_out_end,
                      {.deadline = gathering.in_school_days(longest, placement.ended_on, school), .counted_in = DayKind::school,
                       .working = counted(law.step_out_school_days, "school day") + " from " + long_date(placement.from) + ", that day counted.",
                       .about = placement.id});
}

void gather_review(Gathering& gathering, const PlacementFacts& placement)
{
    const auto next = reviews::next_review({.from = placement.from, .expected_end = placement.expected_end, .last_held = placement.last_review},
                                           gathering.roll_calendar().calendar, gathering.law(gathering.today));
    gathering.add_due(ClockKind::half_termly_review,
                      {.deadline = next ? Result<Deadline>{deadline_in_calendar_days(next->due, gathering.standing({}))} : std::unexpected(next.error()),
                       .working = next ? "It is " + next->because + "." : "", .about = placement.id});
}

/// A review of a direction that was asked for in writing, unless one was held shortly before (R19).
void gather_requested_review(Gathering& gathering, const PlacementFacts& placement)
{
    const auto requested = gathering.last_fact(FactKind::direction_review_requested, placement.id);
    if (!requested) return;
    std::vector<Date> held;
    for (const auto& fact : gathering.facts.facts)
        if (fact.kind == FactKind::direction_review_held && fact.about == placement.id) held.push_back(fact.on);
    const Law& law = gathering.law(*requested);
    if (!placements::must_hold_review(*requested, held, law)) return;
    const auto& school = gathering.roll_calendar().calendar;
    const auto due = placements::next_direction_review(*requested, school, law);
    gathering.add_due(ClockKind::direction_review,
                      {.deadline = gathering.in_school_days(due, gathering.first_fact(FactKind::direction_review_held, *requested, placement.id), school),
                       .counted_in = DayKind::school,
                       .working = "Asked for on " + long_date(*requested) + ": as soon as practicable. Here, at the latest as if no other interval were set.",
                       .about = placement.id});
}

}  // namespace

void gather_placement_clocks(Gathering& gathering)
{
    for (const PlacementFacts& placement : gathering.facts.placements) {
        if (placement.state == PlacementState::ended) continue;
        if (placement.basis == LegalBasis::s29A_offsite_direction) gather_notice(gathering, placement);
        if (placement.state != PlacementState::active) continue;
        if (placement.is_step_out) gather_step_out(gathering, placement);
        if (placement.basis == LegalBasis::s29A_offsite_direction) gather_requested_review(gathering, placement);
        gather_review(gathering, placement);
    }
}

}  // namespace waymark::clocks
