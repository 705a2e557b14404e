// Gathering the clocks.
#include "referrals/rules/clocks.hpp"

#include <algorithm>

#include "pupils/rules/day_six.hpp"
#include "pupils/rules/section_19.hpp"

namespace waymark::referrals {

std::vector<pupils::Clock> clocks_of(const ClockFacts& facts, pupils::CountedBy calendar_of_roll,
                                     pupils::CountedBy calendar_of_excluding_school, const Law& law)
{
    std::vector<pupils::Clock> clocks;
    if (facts.state == State::withdrawn) return clocks;
    const bool is_placed = facts.state == State::placed;
    if (const auto* exclusion = standing_exclusion(facts.exclusions); exclusion && !is_placed) {
        clocks.push_back(pupils::day_six_clock(*exclusion, calendar_of_excluding_school, law, facts.today, std::nullopt));
        if (facts.looked_after_or_social_worker)
            clocks.push_back(pupils::day_one_clock(*exclusion, calendar_of_excluding_school, facts.today, std::nullopt));
    } else if (!is_placed) {
        if (auto clock = pupils::suspension_clock(facts.exclusions, calendar_of_roll, law, facts.today, {}))
            clocks.push_back(*std::move(clock));
    }
    if (facts.authority_told_on) {
        const pupils::Section19Dates dates{.told_on = *facts.authority_told_on, .decided_on = facts.decided_on};
        clocks.push_back(pupils::decision_clock(dates, calendar_of_roll, law, facts.today));
        if (!is_placed) clocks.push_back(pupils::start_clock(dates, calendar_of_roll, law, facts.today));
    }
    std::ranges::stable_sort(clocks, pupils::presses_more);
    return clocks;
}

const pupils::Exclusion* standing_exclusion(std::span<const pupils::Exclusion> exclusions)
{
    const pupils::Exclusion* found = nullptr;
    for (const auto& exclusion : exclusions) {
        if (exclusion.kind != pupils::ExclusionKind::permanent || !pupils::still_excludes(exclusion)) continue;
        if (!found || exclusion.first_day > found->first_day) found = &exclusion;
    }
    return found;
}

}  // namespace waymark::referrals
