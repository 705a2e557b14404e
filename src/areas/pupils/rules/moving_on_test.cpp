// R50: leavers of year 11, and those the authority follows after it.
#include "pupils/rules/moving_on.hpp"

#include <vector>

#include <doctest/doctest.h>

namespace waymark::pupils {
namespace {

const Law& law = law_on(date(2026, 11, 23));

}  // namespace

TEST_CASE("a leaver of 2026 to 2027 knows by January where to go, has an offer by Easter and a guaranteed one by September")
{
    const auto dates = leaver_dates(SchoolYear{2026}, law);
    CHECK(dates->destination_intended == date(2027, 1, 31));
    CHECK(dates->place_offered == date(2027, 3, 28));
    CHECK(dates->offer_guaranteed == date(2027, 9, 30));
}

TEST_CASE("an authority may ask for the intended destination on another day, but only on one that exists")
{
    CHECK(leaver_dates(SchoolYear{2026}, *with_local_choice(law, "destination_intended_day", 1231))->destination_intended == date(2027, 12, 31));
    for (const int never : {0, 100, 1232, 229, 1301, 100'000})
        CHECK(code_of(leaver_dates(SchoolYear{2026}, *with_local_choice(law, "destination_intended_day", never))) == "law.no_such_day");
}

TEST_CASE("somebody looks 4, 12 and 26 weeks after the start")
{
    const auto checks = sustained_checks(date(2027, 9, 6), law);
    CHECK(checks == std::array{date(2027, 10, 4), date(2027, 11, 29), date(2028, 3, 6)});
}

TEST_CASE("a look the day before does not answer a check, one on the day does")
{
    const auto checks = sustained_checks(date(2027, 9, 6), law);
    CHECK(next_sustained_check(checks, {}) == date(2027, 10, 4));
    CHECK(next_sustained_check(checks, std::vector{date(2027, 10, 3)}) == date(2027, 10, 4));
    CHECK(next_sustained_check(checks, std::vector{date(2027, 10, 4)}) == date(2027, 11, 29));
    CHECK_FALSE(next_sustained_check(checks, std::vector{date(2028, 3, 6), date(2027, 10, 4)}));
}

TEST_CASE("somebody without education, work or training, or of whom nothing is known, is followed up")
{
    const Date today = date(2027, 10, 1), current_until = date(2027, 12, 1);
    for (const auto group : {ActivityGroup::neet_available, ActivityGroup::neet_not_available, ActivityGroup::not_known})
        CHECK(needs_follow_up(group, current_until, today));
    for (const auto group : {ActivityGroup::education, ActivityGroup::employment, ActivityGroup::training, ActivityGroup::re_engagement})
        CHECK_FALSE(needs_follow_up(group, current_until, today));
}

TEST_CASE("a place at college is known for twelve months after it was confirmed, being without one for three")
{
    const Date confirmed = date(2027, 9, 6);
    const Date college = activity_current_until(confirmed, months_current(ActivityGroup::education, law));
    CHECK(college == date(2028, 9, 6));
    CHECK_FALSE(needs_follow_up(ActivityGroup::education, college, date(2028, 9, 6)));
    CHECK(needs_follow_up(ActivityGroup::education, college, date(2028, 9, 7)));
    for (const auto group : {ActivityGroup::neet_available, ActivityGroup::neet_not_available, ActivityGroup::not_known})
        CHECK(activity_current_until(confirmed, months_current(group, law)) == date(2027, 12, 6));
    for (const auto group : {ActivityGroup::employment, ActivityGroup::training, ActivityGroup::re_engagement, ActivityGroup::other})
        CHECK(months_current(group, law) == 12);
    CHECK(months_current(ActivityGroup::education, *with_local_choice(law, "activity_months", 6)) == 6);
}

TEST_CASE("what was confirmed lapses after its months: current on the last day, to be asked again on the next")
{
    const Date until = activity_current_until(date(2027, 8, 31), 6);
    CHECK(until == date(2028, 2, 29));
    CHECK_FALSE(needs_follow_up(ActivityGroup::education, until, until));
    CHECK(needs_follow_up(ActivityGroup::education, until, until + Days{1}));
}

}  // namespace waymark::pupils
