// R43a: who may be placed by the protocol, by when, and how long a second exclusion costs the parent's preference.
#include "referrals/rules/fair_access.hpp"

#include <doctest/doctest.h>

namespace waymark::referrals {
namespace {

const Date referral_friday = date(2026, 11, 6);

const Law& access_law() { return law_on(referral_friday); }
SchoolCalendar half_term_to_christmas() { return *SchoolCalendar::make({{"Autumn 2", date(2026, 11, 2), date(2026, 12, 18)}}); }

}  // namespace

TEST_CASE("four weeks out of education make a child eligible where no place is within reach, a day less does not")
{
    FairAccessFacts facts{.out_of_education_since = date(2026, 11, 2), .no_place_within_reach = true};
    CHECK(fair_access_groups(facts, date(2026, 11, 30), access_law()) == std::vector{FairAccessGroup::out_of_education});
    CHECK(fair_access_groups(facts, date(2026, 11, 29), access_law()).empty());
    facts.no_place_within_reach = false;
    CHECK(fair_access_groups(facts, date(2026, 11, 30), access_law()).empty());
}

TEST_CASE("a child who can simply get a place in-year is not for the protocol")
{
    FairAccessFacts facts{.groups = {FairAccessGroup::carer, FairAccessGroup::youth_justice}};
    CHECK(fair_access_groups(facts, referral_friday, access_law()) == std::vector{FairAccessGroup::youth_justice, FairAccessGroup::carer});
    facts.can_get_place_in_year = true;
    CHECK(fair_access_groups(facts, referral_friday, access_law()).empty());
}

TEST_CASE("a place is allocated within twenty school days of the referral")
{
    const auto on = [](Date today) { return *fair_access_place(referral_friday, {.today = today}, half_term_to_christmas(), access_law()); };
    CHECK(on(referral_friday).due == date(2026, 12, 4));
    CHECK(on(referral_friday).days_left == 20);
    CHECK(on(date(2026, 12, 4)).severity == Severity::warn);
    CHECK(on(date(2026, 12, 5)).severity == Severity::breach);
    CHECK(code_of(fair_access_place(date(2026, 12, 1), {.today = date(2026, 12, 1)}, half_term_to_christmas(), access_law())) == "calendar.missing");
}

TEST_CASE("an in-year application is late from the eleventh school day and a breach from the sixteenth")
{
    const auto on = [](Date today) { return *in_year_answer(referral_friday, {.today = today}, half_term_to_christmas(), access_law()); };
    CHECK(on(date(2026, 11, 20)).aim == date(2026, 11, 20));
    CHECK(on(date(2026, 11, 20)).latest.severity == Severity::info);
    CHECK(on(date(2026, 11, 23)).latest.severity == Severity::warn);
    CHECK(on(date(2026, 11, 27)).latest.due == date(2026, 11, 27));
    CHECK(on(date(2026, 11, 27)).latest.severity == Severity::warn);
    CHECK(on(date(2026, 11, 30)).latest.severity == Severity::breach);
}

TEST_CASE("a second permanent exclusion costs the parent's preference for two years, the first costs nothing")
{
    const std::vector<Date> twice{date(2025, 3, 10), date(2026, 5, 11)};
    CHECK_FALSE(preference_lost(twice, date(2026, 5, 10), access_law()));
    CHECK(preference_lost(twice, date(2026, 5, 11), access_law()) == DateRange{date(2026, 5, 11), date(2028, 5, 10)});
    const std::vector<Date> same_day{date(2026, 5, 11), date(2026, 5, 11)};
    CHECK_FALSE(preference_lost(same_day, date(2026, 5, 12), access_law()));
}

TEST_CASE("a third exclusion begins two new years, and years from 29 February end on 28 February")
{
    const std::vector<Date> thrice{date(2022, 3, 10), date(2023, 5, 11), date(2024, 2, 29)};
    CHECK(preference_lost(thrice, date(2024, 3, 1), access_law()) == DateRange{date(2024, 2, 29), date(2026, 2, 28)});
    CHECK(preference_lost(thrice, date(2024, 2, 28), access_law()) == DateRange{date(2023, 5, 11), date(2025, 5, 10)});
}

}  // namespace waymark::referrals
