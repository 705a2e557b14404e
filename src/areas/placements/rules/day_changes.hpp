// Days on which a sum over timetables can change, so that a long time need not be summed day by day.
#pragma once

#include <set>
#include <span>
#include <utility>
#include <vector>

#include "foundation/date.hpp"

namespace waymark::placements {

/// Minutes a week of one timetable, for the days on which it is in force.
struct TimetabledMinutes {
    int minutes_a_week = 0;
    DateRange in_force;
};

/// Cuts the days from a first to a last, both included, wherever something begins or has ended.
class DayChanges {
public:
    DayChanges(Date first, Date last) : last_{last}, begins_{first} {}

    void add(const DateRange& days);
    void add(std::span<const TimetabledMinutes> timetables);
    /// From and to of each stretch, in order. None when the last day is before the first.
    [[nodiscard]] std::vector<std::pair<Date, Date>> stretches() const;

private:
    Date last_;
    std::set<Date> begins_;
};

/// Minutes a week of those in force that day.
[[nodiscard]] int minutes_on(Date day, std::span<const TimetabledMinutes> timetables);

}  // namespace waymark::placements
