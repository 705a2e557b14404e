// The order of a day's tasks.
#include "tasks/rules/task.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace waymark::tasks {

bool is_set_by_law(std::string_view kind)
{
    static constexpr std::array<std::string_view, 7> kinds = {
        "day_six",                // R6, R7
        "medical_fifteen_days",   // R14
        "section_19_decision",    // R13
        "section_19_start",       // R13
        "reinstated_pupil",       // R11: the purpose of a placement is revisited the same day
        "unexplained_absence",    // R34: an absence is a safeguarding event
        "registration_breach",    // R28: a crime from that day on
    };
    return std::ranges::find(kinds, kind) != kinds.end();
}

Group group_of(const Task& task, Date today)
{
    if (is_set_by_law(task.kind)) return Group::law;
    if (task.due_on < today) return Group::overdue;
    if (task.due_on == today) return Group::today;
    const Date sunday = today + Days{6 - static_cast<int>(weekday(today))};
    return task.due_on <= sunday ? Group::this_week : Group::later;
}

std::string group_name(Group group)
{
    switch (group) {
    case Group::law: return "The law’s clocks";
    case Group::overdue: return "Overdue";
    case Group::today: return "Today";
    case Group::this_week: return "This week";
    case Group::later: return "Later";
    }
    return {};
}

bool comes_before(const Task& left, const Task& right, Date today)
{
    const auto rank = [today](const Task& task) {
        return std::tuple{group_of(task, today), task.severity != Severity::breach, task.due_on, task.id};
    };
    return rank(left) < rank(right);
}

}  // namespace waymark::tasks
