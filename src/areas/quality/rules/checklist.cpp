// Adding up a checklist.
#include "quality/rules/checklist.hpp"

#include <algorithm>
#include <map>

namespace waymark::quality {

ChecklistResult checklist_result(std::span<const CriterionScore> scores, const AssuranceTerms& terms)
{
    ChecklistResult found;
    std::map<int, AreaScore> areas;
    for (const auto& score : scores) {
        AreaScore& area = areas[score.area];
        area.area = score.area;
        if (!score.points) continue;
        area.points += *score.points;
        ++area.applicable;
        if (score.is_critical && *score.points == 0) ++found.critical_not_met;
    }
    for (auto& [number, area] : areas) {
        if (area.applicable > 0) {
            area.percent = area.points * 100 / (points_of_met * area.applicable);
            found.lowest_area_percent = std::min(found.lowest_area_percent.value_or(*area.percent), *area.percent);
        }
        found.areas.push_back(area);
    }
    if (found.critical_not_met > 0 || !found.lowest_area_percent) return found;
    found.status = *found.lowest_area_percent < terms.conditions_below_percent ? Status::assured_with_conditions : Status::assured;
    return found;
}

}  // namespace waymark::quality
