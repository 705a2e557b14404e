// Counting in the days that the child's school meets.
#include "placements/rules/school_days.hpp"

#include <algorithm>

namespace waymark::placements {

Result<std::vector<ExpectedOn>> expected_sessions(std::span<const TimetabledSession> timetable, DateRange days, const SchoolCalendar& school)
{
    expects(days.to.has_value());
    std::vector<ExpectedOn> expected;
    for (Date day = days.from; day <= *days.to; day += Days{1}) {
        if (is_weekend(day) || !TRY(school.is_school_day(day))) continue;
        for (const auto& session : timetable)
            if (session.when.weekday == weekday(day) && session.in_force.contains(day))
                expected.push_back({day, session.when.session, session.site});
    }
    std::ranges::sort(expected);
    return expected;
}

Result<Date> step_out_end(Date start, int school_days, const SchoolCalendar& school)
{
    return school.nth_school_day(start, school_days);
}

Result<Date> latest_notice(Date start, int notice_days, const SchoolCalendar& school)
{
    return school.add_school_days(start, -notice_days);
}

bool notice_in_time(std::optional<Date> given, Date latest) { return given && *given <= latest; }

}  // namespace waymark::placements
