// Counting from a referral, an application or a second exclusion.
#include "referrals/rules/fair_access.hpp"

#include <algorithm>
#include <set>

namespace waymark::referrals {
namespace {

constexpr int days_in_week = 7;

/// The last day of so many years that begin with a day. From 29 February they end on 28 February.
Date last_day_of_years(Date first, int years)
{
    const auto anniversary = std::chrono::year_month_day{first} + std::chrono::years{years};
    return anniversary.ok() ? Date{anniversary} - Days{1} : Date{anniversary.year() / anniversary.month() / std::chrono::last};
}

}  // namespace

std::vector<FairAccessGroup> fair_access_groups(const FairAccessFacts& facts, Date day, const Law& law)
{
    if (facts.can_get_place_in_year) return {};
    std::set<FairAccessGroup> found{facts.groups.begin(), facts.groups.end()};
    found.erase(FairAccessGroup::out_of_education);
    const bool is_long = facts.out_of_education_since &&
                         day >= *facts.out_of_education_since + Days{days_in_week * law.fair_access_out_of_school_weeks};
    if (is_long && facts.no_place_within_reach) found.insert(FairAccessGroup::out_of_education);
    return {found.begin(), found.end()};
}

Result<Deadline> fair_access_place(Date referred_on, const Standing& placed, const SchoolCalendar& school, const Law& law)
{
    return deadline_in_school_days(TRY(school.add_school_days(referred_on, law.fair_access_school_days)), placed, school);
}

Result<InYearAnswer> in_year_answer(Date applied_on, const Standing& answered, const SchoolCalendar& school, const Law& law)
{
    const Date latest = TRY(school.add_school_days(applied_on, law.in_year_answer_latest_school_days));
    InYearAnswer found{.aim = TRY(school.add_school_days(applied_on, law.in_year_answer_school_days)),
                       .latest = TRY(deadline_in_school_days(latest, answered, school))};
    const bool is_open_in_time = !found.latest.is_met && answered.today <= latest;
    if (is_open_in_time) found.latest.severity = answered.today > found.aim ? Severity::warn : Severity::info;
    return found;
}

std::optional<DateRange> preference_lost(std::span<const Date> exclusions, Date day, const Law& law)
{
    std::set<Date> by_then;
    for (const Date one : exclusions)
        if (one <= day) by_then.insert(one);
    if (by_then.size() < 2) return std::nullopt;
    return DateRange{*by_then.rbegin(), last_day_of_years(*by_then.rbegin(), law.preference_lost_years)};
}

}  // namespace waymark::referrals
