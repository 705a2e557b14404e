// Weeks left, and their share of a year's funding.
#include "pupils/rules/exclusion_money.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "foundation/text.hpp"

namespace waymark::pupils {
namespace {

constexpr int funding_days_a_week = 7;

Date end_of_financial_year(Date day)
{
    const Date this_year = date(year_of(day), 3, 31);
    return day <= this_year ? this_year : date(year_of(day) + 1, 3, 31);
}

/// Half a penny goes up.
Money share_of_year(Money a_year, int weeks, int weeks_a_year)
{
    expects(a_year.pence >= 0 && weeks >= 0);
    return {(2 * a_year.pence * weeks + weeks_a_year) / (2 * std::int64_t{weeks_a_year})};
}

}  // namespace

Result<Date> money_moves_from(Date first_day, const SchoolCalendar& school, const Law& law)
{
    return school.add_school_days(first_day, law.duty_day);
}

FundingThatFollows funding_that_follows(const FundingOfPupil& pupil, const Law& law)
{
    FundingThatFollows funding{.last_day = end_of_financial_year(pupil.relevant_date)};
    if (pupil.would_leave_on) funding.last_day = std::min(funding.last_day, *pupil.would_leave_on);
    funding.weeks = std::max(0, days_between(pupil.relevant_date, funding.last_day) + 1) / funding_days_a_week;
    // The adjustment is whole pence, so that adding it after the rounding rounds the whole sum once.
    funding.budget = share_of_year(pupil.a_year, funding.weeks, law.funding_weeks) + pupil.adjustment;
    funding.pupil_premium = share_of_year(pupil.pupil_premium_a_year, funding.weeks, law.funding_weeks);
    funding.working = fmt::format("{} from {} to {}. {} x ({} / {}) + {} = {}. Pupil premium: {} x ({} / {}) = {}.",
                                  counted(funding.weeks, "complete week"), long_date(pupil.relevant_date), long_date(funding.last_day),
                                  money_text(pupil.a_year), funding.weeks, law.funding_weeks, money_text(pupil.adjustment), money_text(funding.budget),
                                  money_text(pupil.pupil_premium_a_year), funding.weeks, law.funding_weeks, money_text(funding.pupil_premium));
    return funding;
}

}  // namespace waymark::pupils
