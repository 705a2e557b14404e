// Deadlines as outputs, periods as inputs.
#include "law/rules/shared_fields.hpp"

#include <algorithm>
#include <iterator>

#include "foundation/enum_text.hpp"

namespace waymark::law {

std::vector<Field> deadline_fields(DayKind kind, DeadlineNames names, bool optional)
{
    constexpr std::string_view left[] = {
        "days left until the due day, weekends included: 0 on it, negative after it; once done, as on the day it was done",
        "working days left until the due day (Monday to Friday, no bank holidays): 0 on it, negative after it; once done, as on the day it was done",
        "school days left until the due day: 0 on it, negative after it; once done, as on the day it was done"};
    constexpr std::string_view pressing[] = {
        "info; warn in the last 10 days and on the due day; breach from the day after it, until done; info once done",
        "info; warn in the last 5 working days and on the due day; breach from the day after it, until done; info once done",
        "info; warn in the last 5 school days and on the due day; breach from the day after it, until done; info once done"};
    const auto at = static_cast<std::size_t>(kind);
    return {{names.due, FieldKind::day, "the last day on which it is in time", optional},
            {names.days_left, FieldKind::whole, left[at], optional},
            {names.severity, FieldKind::choice, pressing[at], optional, {"info", "warn", "breach"}},
            {names.is_met, FieldKind::flag, "whether it was done, in time or late", optional}};
}

void add_deadline(Value::Record& answer, const Deadline& deadline, DeadlineNames names)
{
    answer.emplace_back(names.due, deadline.due);
    answer.emplace_back(names.days_left, deadline.days_left);
    answer.emplace_back(names.severity, severity_choice(deadline.severity));
    answer.emplace_back(names.is_met, deadline.is_met);
}

std::vector<Field> fields_of(std::initializer_list<std::vector<Field>> parts)
{
    std::vector<Field> all;
    for (const auto& part : parts) std::ranges::copy(part, std::back_inserter(all));
    return all;
}

std::string_view severity_choice(Severity severity) { return enum_text(severity); }

std::string due_sentence(const Deadline& deadline) { return "Due " + long_date(deadline.due) + "."; }

Field clock_today_field() { return {"today", FieldKind::day, "the day the clock is looked at"}; }

DateRange given_period(Case& given)
{
    const DateRange days{given.day("from"), given.day_if_any("to")};
    if (days.to && *days.to < days.from) given.wrong("to", "a day not before “from”");
    return days;
}

std::vector<Field> period_fields(std::string_view last)
{
    return {{"from", FieldKind::day, "first day"}, {"to", FieldKind::day, last, may_be_left_out}};
}

}  // namespace waymark::law
