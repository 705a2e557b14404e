// Four cells of a cube: over the year, over the week with and without the setting, over the month at the setting.
#include "attendance/rules/kept_totals.hpp"

#include <algorithm>

#include "attendance/rules/kept_months.hpp"

namespace waymark::attendance {

Date first_of_week(Date day)
{
    return std::max(day - Days{static_cast<int>(weekday(day))}, SchoolYear::of(day).first_day());
}

Date last_of_week(Date first)
{
    return std::min(first + Days{6 - static_cast<int>(weekday(first))}, SchoolYear::of(first).last_day());
}

std::array<TotalCell, 4> cells_of(OrganisationId setting, Date born, Date day)
{
    const int group = year_group(born, day);
    return {{
        {TotalSpan::year, all_settings, SchoolYear::of(day).first_day(), group},
        {TotalSpan::week, all_settings, first_of_week(day), group},
        {TotalSpan::week, setting, first_of_week(day), group},
        {TotalSpan::month, setting, first_of_month(day), all_year_groups},
    }};
}

}  // namespace waymark::attendance
