// Where stretches of days begin and end.
#include "placements/rules/day_changes.hpp"

namespace waymark::placements {

void DayChanges::add(const DateRange& days)
{
    const Date first = *begins_.begin();
    if (days.from > first) begins_.insert(days.from);
    if (days.to && *days.to >= first) begins_.insert(*days.to + Days{1});
}

void DayChanges::add(std::span<const TimetabledMinutes> timetables)
{
    for (const auto& timetable : timetables) add(timetable.in_force);
}

std::vector<std::pair<Date, Date>> DayChanges::stretches() const
{
    std::vector<std::pair<Date, Date>> found;
    for (const Date from : begins_) {
        if (from > last_) break;
        if (!found.empty()) found.back().second = from - Days{1};
        found.emplace_back(from, last_);
    }
    return found;
}

int minutes_on(Date day, std::span<const TimetabledMinutes> timetables)
{
    int minutes = 0;
    for (const auto& timetable : timetables)
        if (timetable.in_force.contains(day)) minutes += timetable.minutes_a_week;
    return minutes;
}

}  // namespace waymark::placements
