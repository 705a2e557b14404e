#include "vocabulary/month_steps.hpp"

namespace waymark {

Date same_day_months_later(Date day, int months)
{
    const std::chrono::year_month_day from{day};
    const auto month = from.year() / from.month() + std::chrono::months{months};
    const std::chrono::year_month_day same_day{month / from.day()};
    return same_day.ok() ? Date{same_day} : Date{month / std::chrono::last};
}

Date years_completed_on(Date from, int years)
{
    const auto same_day = std::chrono::year_month_day{from} + std::chrono::years{years};
    return same_day.ok() ? Date{same_day} : Date{same_day.year() / std::chrono::March / 1};
}

}  // namespace waymark
