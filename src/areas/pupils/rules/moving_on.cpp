#include "pupils/rules/moving_on.hpp"

#include <algorithm>

#include "vocabulary/bank_holidays.hpp"
#include "vocabulary/month_steps.hpp"

namespace waymark::pupils {
namespace {

/// The law writes a day of every year as month and day: 131 is 31 January.
Result<Date> leaver_day(int year, int month_and_day)
{
    const std::chrono::year_month_day day{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month_and_day / 100)},
                                          std::chrono::day{static_cast<unsigned>(month_and_day % 100)}};
    if (month_and_day > 1231 || !day.ok())
        return refused("law.no_such_day", "The calendar has no such day. Choose month and day, for example 131 for 31 January.");
    return Date{day};
}

}  // namespace

Result<LeaverDates> leaver_dates(SchoolYear last_year, const Law& law)
{
    const int year = last_year.starts_in() + 1;
    return LeaverDates{.destination_intended = TRY(leaver_day(year, law.destination_intended_day)),
                       .place_offered = easter_sunday(year),
                       .offer_guaranteed = TRY(leaver_day(year, law.september_guarantee_day))};
}

std::array<Date, 3> sustained_checks(Date started, const Law& law)
{
    constexpr int days_a_week = 7;
    std::array weeks{law.sustained_weeks_first, law.sustained_weeks_second, law.sustained_weeks_third};
    std::ranges::sort(weeks);  // an authority may choose its own, in any order
    std::array<Date, 3> checks{};
    std::ranges::transform(weeks, checks.begin(), [&](int count) { return started + Days{days_a_week * count}; });
    return checks;
}

std::optional<Date> next_sustained_check(std::span<const Date> checks, std::span<const Date> looked_on)
{
    for (const Date check : checks)
        if (std::ranges::none_of(looked_on, [&](Date look) { return look >= check; })) return check;
    return std::nullopt;
}

int months_current(ActivityGroup group, const Law& law)
{
    switch (group) {
        case ActivityGroup::neet_available:
        case ActivityGroup::neet_not_available:
        case ActivityGroup::not_known: return law.activity_months_neet;
        case ActivityGroup::education:
        case ActivityGroup::employment:
        case ActivityGroup::training:
        case ActivityGroup::re_engagement:
        case ActivityGroup::other: return law.activity_months;
    }
    return law.activity_months_neet;
}

Date activity_current_until(Date confirmed, int months) { return same_day_months_later(confirmed, months); }

bool needs_follow_up(ActivityGroup group, Date current_until, Date today)
{
    switch (group) {
        case ActivityGroup::neet_available:
        case ActivityGroup::neet_not_available:
        case ActivityGroup::not_known: return true;
        case ActivityGroup::education:
        case ActivityGroup::employment:
        case ActivityGroup::training:
        case ActivityGroup::re_engagement:
        case ActivityGroup::other: return today > current_until;
    }
    return true;
}

}  // namespace waymark::pupils
