// Adding up a child's week over unregistered providers.
#include "placements/rules/patchwork.hpp"

#include <algorithm>
#include <map>
#include <ranges>

#include "vocabulary/school_year.hpp"

namespace waymark::placements {
namespace {

/// No providers: it is no patchwork that day.
PatchworkStretch patchwork_on(Date day, const ChildOverProviders& child, const Law& law)
{
    if (!is_compulsory_school_age(child.born, day)) return {};
    std::map<std::string_view, int> minutes;
    int together = 0;
    for (const auto& one : child.unregistered) {
        const int here = minutes_on(day, one.here);
        if (here > 0) minutes[one.provider] += here;
        together += here;
    }
    const int all = together + minutes_on(day, child.elsewhere);
    const auto is_full_time = [&](int here) {
        return is_full_time_here({.minutes_here = here, .minutes_all = all, .attends_a_school = child.attends_a_school}, law);
    };
    if (minutes.size() < 2 || !is_full_time(together) || std::ranges::any_of(minutes | std::views::values, is_full_time)) return {};
    return {.from = day, .to = day, .providers = static_cast<int>(minutes.size()), .minutes_a_week = together};
}

}  // namespace

std::vector<PatchworkStretch> patchwork_days(const ChildOverProviders& child, Date first, Date last, const Law& law)
{
    DayChanges changes{first, last};
    changes.add(compulsory_school_age(child.born));
    for (const auto& one : child.unregistered) changes.add(one.here);
    changes.add(child.elsewhere);
    std::vector<PatchworkStretch> found;
    for (const auto& [from, to] : changes.stretches()) {
        auto stretch = patchwork_on(from, child, law);
        if (stretch.providers == 0) continue;
        stretch.to = to;
        const bool goes_on = !found.empty() && found.back().to + Days{1} == from && found.back().providers == stretch.providers &&
                             found.back().minutes_a_week == stretch.minutes_a_week;
        if (goes_on) found.back().to = to;
        else found.push_back(stretch);
    }
    return found;
}

}  // namespace waymark::placements
