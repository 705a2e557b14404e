// A sweep over arrivals and departures.
#include "placements/rules/peak_use.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace waymark::placements {

int peak_use(std::span<const DateRange> stays, DateRange window)
{
    std::vector<std::pair<Date, int>> changes;  // a departure counts from the day after the last, and sorts before an arrival
    for (const auto& stay : stays) {
        if (!stay.overlaps(window)) continue;
        changes.emplace_back(std::max(stay.from, window.from), 1);
        if (stay.to) changes.emplace_back(*stay.to + Days{1}, -1);
    }
    std::ranges::sort(changes);
    int now = 0, peak = 0;
    for (const auto& [day, change] : changes) {
        if (window.to && day > *window.to) break;
        peak = std::max(peak, now += change);
    }
    return peak;
}

}  // namespace waymark::placements
