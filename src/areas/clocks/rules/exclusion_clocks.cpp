// The clocks of suspensions and permanent exclusions.
#include <algorithm>

#include "clocks/rules/gathering.hpp"
#include "foundation/text.hpp"
#include "pupils/rules/day_six.hpp"

namespace waymark::clocks {
namespace {

using pupils::Exclusion;
using pupils::ExclusionKind;

bool has_care(const PupilFacts& facts, Date today)
{
    const auto holds = [&](const DateRange& days) { return days.contains(today); };
    return std::ranges::any_of(facts.looked_after, holds) || std::ranges::any_of(facts.social_worker, holds);
}

void gather_permanent(Gathering& gathering, const Exclusion& exclusion)
{
    const auto school = gathering.calendars.of(exclusion.school);
    const Law& law = gathering.law(exclusion.first_day);
    const auto full_time = gathering.full_time_since(exclusion.first_day);
    const Id about = exclusion.id.value;
    gathering.add(ClockKind::full_time_after_exclusion, about, pupils::day_six_clock(exclusion, school, law, gathering.today, full_time));
    if (has_care(gathering.facts, gathering.today))
        gathering.add(ClockKind::education_from_day_one, about, pupils::day_one_clock(exclusion, school, gathering.today, full_time));
}

}  // namespace

void gather_exclusion_clocks(Gathering& gathering)
{
    const auto& exclusions = gathering.facts.exclusions;
    const auto standing = std::ranges::find_if(exclusions, [](const Exclusion& one) { return one.kind == ExclusionKind::permanent && pupils::still_excludes(one); });
    if (standing != exclusions.end()) gather_permanent(gathering, *standing);
    if (exclusions.empty()) return;

    const auto school = gathering.roll_calendar();
    if (standing == exclusions.end()) {
        const auto since = exclusions.front().first_day;
        if (auto clock = pupils::suspension_clock(exclusions, school, gathering.law(since), gathering.today, gathering.full_time_since(since)))
            gathering.add(ClockKind::full_time_during_suspension, std::nullopt, *std::move(clock));
    }
    const auto total = pupils::suspension_total(exclusions, SchoolYear::of(gathering.today), gathering.law(gathering.today));
    if (total.severity != Severity::info)
        gathering.add(ClockKind::suspended_days, std::nullopt, {.severity = total.severity, .working = total.words});
}

}  // namespace waymark::clocks
