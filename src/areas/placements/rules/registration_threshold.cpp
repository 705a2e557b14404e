// The sum behind R28, kept so that it can be shown.
#include "placements/rules/registration_threshold.hpp"

#include <fmt/format.h>

#include "foundation/text.hpp"

namespace waymark::placements {
namespace {

bool is_full_time(const WeekAtProvider& week, const Law& law)
{
    if (week.minutes_here > law.registration_full_time_above_minutes) return true;
    return !week.attends_a_school && week.minutes_here > 0 && week.minutes_here * 100 >= week.minutes_all * law.registration_share_percent;
}

std::string sum_in_words(const Threshold& found, int near, const Law& law)
{
    auto words = fmt::format("{} full-time here (over {:g} hours a week, or {}% of a week without school). {} of them {} an EHC plan or {} looked after. "
                             "An unregistered setting may have at most {} such children and none with a plan or looked after.",
                             counted(found.full_time, "child is", "children are"), law.registration_full_time_above_minutes / 60.0, law.registration_share_percent,
                             found.full_time_vulnerable == 0 ? "None" : with_commas(found.full_time_vulnerable),
                             found.full_time_vulnerable > 1 ? "have" : "has", found.full_time_vulnerable > 1 ? "are" : "is",
                             law.registration_children - 1);
    if (near > 0)
        words += fmt::format(" {} with a plan or looked after at {:g} hours a week or more.", counted(near, "child is", "children are"),
                             law.registration_warning_minutes / 60.0);
    return words;
}

}  // namespace

Threshold registration_threshold(std::span<const WeekAtProvider> weeks, const Law& law)
{
    Threshold found;
    int near = 0;
    for (const auto& week : weeks) {
        if (!week.of_compulsory_school_age) continue;
        if (is_full_time(week, law)) {
            ++found.full_time;
            if (week.has_plan_or_looked_after) ++found.full_time_vulnerable;
            found.children.push_back(week.child);
        } else if (week.has_plan_or_looked_after && week.minutes_here >= law.registration_warning_minutes) {
            ++near;
        }
    }
    if (found.full_time >= law.registration_children || found.full_time_vulnerable >= law.registration_vulnerable_children) found.level = ThresholdLevel::breach;
    else if (found.full_time >= law.registration_warning_children || near > 0) found.level = ThresholdLevel::warn;
    found.words = sum_in_words(found, near, law);
    return found;
}

}  // namespace waymark::placements
