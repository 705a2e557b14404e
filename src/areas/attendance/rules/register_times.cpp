#include "attendance/rules/register_times.hpp"

#include "foundation/text.hpp"

namespace waymark::attendance {

Result<std::string_view> late_code(int minutes_after_opening, int open_minutes, const Law& law)
{
    if (open_minutes > law.register_open_minutes)
        return refused("attendance.register_open_too_long",
                       "A register stays open for " + counted(law.register_open_minutes, "minute") + " at most. Close it earlier.");
    return minutes_after_opening <= open_minutes ? "L" : "U";
}

Result<Date> reason_due(Date absent_on, const SchoolCalendar& school, const Law& law)
{
    return school.add_school_days(absent_on, law.reason_not_known_school_days);
}

std::string_view code_without_reason(Date due, Date today) { return today <= due ? "N" : "O"; }

}  // namespace waymark::attendance
