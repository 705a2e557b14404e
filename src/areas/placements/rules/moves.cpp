#include "placements/rules/moves.hpp"

#include <algorithm>
#include <vector>

#include "vocabulary/month_steps.hpp"

namespace waymark::placements {

Result<Moves> moves_of(std::span<const DateRange> placements, const SchoolCalendar& school, Date today, const Law& law)
{
    std::vector<DateRange> begun{placements.begin(), placements.end()};
    std::erase_if(begun, [&](const DateRange& placement) { return placement.from > today; });
    std::ranges::sort(begun, {}, &DateRange::from);

    Moves moves;
    const Date since = same_day_months_later(today, -law.churn_months);
    std::optional<Date> covered_to;  // the last day of all places so far
    for (const auto& placement : begun) {
        if (placement.from >= since) {
            ++moves.starts;
            if (covered_to && placement.from > *covered_to + Days{1}) {
                const int gap = TRY(school.school_days_between(*covered_to + Days{1}, placement.from - Days{1}));
                moves.longest_gap_school_days = std::max(moves.longest_gap_school_days, gap);
            }
        }
        const Date last_day = placement.to.value_or(today);
        covered_to = std::max(covered_to.value_or(last_day), last_day);
    }
    moves.is_churn = moves.starts >= law.churn_starts || moves.longest_gap_school_days > law.churn_gap_school_days;
    return moves;
}

}  // namespace waymark::placements
