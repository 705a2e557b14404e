// The sum behind R28, kept so that it can be shown.
#include "placements/rules/registration_threshold.hpp"

#include <fmt/format.h>

#include "foundation/text.hpp"

namespace waymark::placements {
namespace {

bool is_full_time(const WeekAtProvider& week, const ThresholdLimits& limits)
{
    if (week.minutes_here > limits.full_time_over_minutes) return true;
    return !week.attends_a_school && week.minutes_here > 0 && week.minutes_here * 100 >= week.minutes_all * limits.share_percent;
}

std::string sum_in_words(const Threshold& found, int near, const ThresholdLimits& limits)
{
    auto words = fmt::format("{} full-time here (over {:g} hours a week, or {}% of a week without school). {} of them {} an EHC plan or {} looked after. "
                             "An unregistered setting may have at most {} such children and none with a plan or looked after.",
                             counted(found.full_time, "child is", "children are"), limits.full_time_over_minutes / 60.0, limits.share_percent,
                             found.full_time_vulnerable == 0 ? "None" : with_commas(found.full_time_vulnerable),
                             found.full_time_vulnerable > 1 ? "have" : "has", found.full_time_vulnerable > 1 ? "are" : "is",
                             limits.children_breach - 1);
    if (near > 0)
        words += fmt::format(" {} with a plan or looked after at {:g} hours a week or more.", counted(near, "child is", "children are"),
                             limits.near_minutes / 60.0);
    return words;
}

}  // namespace

Threshold registration_threshold(std::span<const WeekAtProvider> weeks, const ThresholdLimits& limits)
{
    Threshold found;
    int near = 0;
    for (const auto& week : weeks) {
        if (!week.of_compulsory_school_age) continue;
        if (is_full_time(week, limits)) {
            ++found.full_time;
            if (week.has_plan_or_looked_after) ++found.full_time_vulnerable;
            found.children.push_back(week.child);
        } else if (week.has_plan_or_looked_after && week.minutes_here >= limits.near_minutes) {
            ++near;
        }
    }
    if (found.full_time >= limits.children_breach || found.full_time_vulnerable >= 1) found.level = ThresholdLevel::breach;
    else if (found.full_time >= limits.children_warn || near > 0) found.level = ThresholdLevel::warn;
    found.words = sum_in_words(found, near, limits);
    return found;
}

}  // namespace waymark::placements
