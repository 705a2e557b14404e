// Words and counting that all clocks share.
#include "pupils/rules/clock.hpp"

#include <tuple>
#include <vector>

#include "foundation/text.hpp"

namespace waymark::pupils {
namespace {

constexpr int days_shown_max = 10;

}  // namespace

Result<int> school_days_left(Date today, Date due, const SchoolCalendar& calendar)
{
    if (due >= today) return TRY(calendar.school_days_between(today + Days{1}, due));
    return -TRY(calendar.school_days_between(due + Days{1}, today));
}

std::string counting_words(Date first, Date last, CountedBy counted_by)
{
    std::vector<std::string> days;
    for (Date day = first; day <= last; day += Days{1}) {
        const auto meets = counted_by.calendar.is_school_day(day);
        if (meets && *meets) days.push_back(long_date(day) + " (day " + std::to_string(days.size() + 1) + ")");
    }
    const std::string by = "School days by the calendar of " + std::string{counted_by.whose} + ": ";
    if (days.empty()) return by + "none.";
    if (days.size() > days_shown_max) return by + days.front() + " to " + days.back() + ".";
    return by + listed(days) + ".";
}

Clock unknown_clock(std::string name, std::string rule, std::string source, CountedBy counted)
{
    return {.name = std::move(name),
            .rule = std::move(rule),
            .source = std::move(source),
            .severity = Severity::warn,
            .working = "The school days cannot be counted: the calendar of " + std::string{counted.whose} +
                       " does not reach that far. Add the missing terms in School calendars."};
}

bool presses_more(const Clock& left, const Clock& right)
{
    const auto rank = [](const Clock& clock) {
        return std::tuple{clock.is_met, clock.due.has_value(), clock.due.value_or(Date{})};
    };
    return rank(left) < rank(right);
}

}  // namespace waymark::pupils
