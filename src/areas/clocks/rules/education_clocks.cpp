// The clocks of education that is owed: section 19, illness, part-time timetables, no education at all.
#include <algorithm>

#include "clocks/rules/gathering.hpp"
#include "pupils/rules/section_19.hpp"

namespace waymark::clocks {
namespace {

using placements::PlacementState;

/// The first day of a place that began on or after that day.
std::optional<Date> first_place_since(const PupilFacts& facts, Date since)
{
    std::optional<Date> first;
    for (const auto& placement : facts.placements)
        if (placement.state != PlacementState::planned && placement.from >= since && (!first || placement.from < *first)) first = placement.from;
    return first;
}

void gather_section_19(Gathering& gathering)
{
    if (gathering.facts.referrals.empty()) return;
    const ReferralFacts& referral = gathering.facts.referrals.back();
    const pupils::Section19Dates dates{.told_on = referral.told_on, .decided_on = referral.decided_on,
                                       .started_on = first_place_since(gathering.facts, referral.told_on)};
    const Law& law = gathering.law(referral.told_on);
    gathering.add(ClockKind::section_19_decision, std::nullopt, pupils::decision_clock(dates, gathering.roll_calendar(), law, gathering.today));
    gathering.add(ClockKind::section_19_start, std::nullopt, pupils::start_clock(dates, gathering.roll_calendar(), law, gathering.today));
}

void gather_medical(Gathering& gathering)
{
    const PupilFacts& facts = gathering.facts;
    const auto year = SchoolYear::of(gathering.today);
    const bool is_provided = gathering.first_fact(FactKind::health_education_arranged, year.first_day()) ||
                             std::ranges::any_of(facts.placements, [](const PlacementFacts& placement) {
                                 return placement.state == PlacementState::active && placement.basis == placements::LegalBasis::s19_medical;
                             });
    const auto absence = pupils::medical_absence(facts.ill_half_days, is_provided, year, gathering.law(gathering.today));
    if (absence.severity != Severity::info)
        gathering.add(ClockKind::medical_days, std::nullopt, {.severity = absence.severity, .working = absence.words});
}

}  // namespace

void gather_education_clocks(Gathering& gathering)
{
    gather_section_19(gathering);
    gather_medical(gathering);
}

}  // namespace waymark::clocks
