// The clocks of placements: notice, step-out, half-termly review.
#include "clocks/rules/gathering.hpp"
#include "foundation/text.hpp"
#include "placements/rules/school_days.hpp"
#include "reviews/rules/review_calendar.hpp"

namespace waymark::clocks {
namespace {

using placements::LegalBasis;
using placements::PlacementState;

void gather_notice(Gathering& gathering, const PlacementFacts& placement)
{
    const Law& law = gathering.law(placement.from);
    gathering.add_due(ClockKind::direction_notice, placement.id,
                      {.day = placements::latest_notice(placement.from, law.direction_notice_school_days, gathering.roll_calendar().calendar),
                       .done_on = placement.notice_given_on, .counted_in = DayKind::school_days, .warn_days = 5,
                       .working = counted(law.direction_notice_school_days, "school day") + " before it starts on " + long_date(placement.from) + "."});
}

void gather_step_out(Gathering& gathering, const PlacementFacts& placement)
{
    const Law& law = gathering.law(placement.from);
    gathering.add_due(ClockKind::step_out_end, placement.id,
                      {.day = placements::step_out_end(placement.from, law.step_out_school_days, gathering.roll_calendar().calendar),
                       .done_on = placement.ended_on, .counted_in = DayKind::school_days, .warn_days = 5,
                       .working = counted(law.step_out_school_days, "school day") + " from " + long_date(placement.from) + ", that day counted."});
}

void gather_review(Gathering& gathering, const PlacementFacts& placement)
{
    const auto next = reviews::next_review({.from = placement.from, .expected_end = placement.expected_end, .last_held = placement.last_review},
                                           gathering.roll_calendar().calendar, gathering.law(gathering.today));
    gathering.add_due(ClockKind::half_termly_review, placement.id,
                      {.day = next ? Result<Date>{next->due} : std::unexpected(next.error()), .done_on = std::nullopt, .counted_in = DayKind::days,
                       .working = next ? "It is " + next->because + "." : ""});
}

}  // namespace

void gather_placement_clocks(Gathering& gathering)
{
    for (const PlacementFacts& placement : gathering.facts.placements) {
        if (placement.state == PlacementState::ended) continue;
        if (placement.basis == LegalBasis::s29A_offsite_direction) gather_notice(gathering, placement);
        if (placement.state != PlacementState::active) continue;
        if (placement.is_step_out) gather_step_out(gathering, placement);
        gather_review(gathering, placement);
    }
}

}  // namespace waymark::clocks
