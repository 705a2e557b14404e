// No name comes off a roll without a ground.
#include "pupils/rules/leaving_roll.hpp"

#include <doctest/doctest.h>

namespace waymark::pupils {
namespace {

const Law& law_of_rolls() { return law_on(date(2026, 11, 23)); }
std::vector<LeavingLack> lacking(const LeavingCase& leaving) { return lacking_to_leave(leaving, law_of_rolls()); }

TEST_CASE("alternative provision is never a ground to come off a roll")
{
    CHECK(lacking({.ground = LeavingGround::alternative_provision}) == std::vector{LeavingLack::never_a_ground});
    CHECK(lacking({.ground = LeavingGround::none}) == std::vector{LeavingLack::never_a_ground});
    CHECK(lacking({.ground = LeavingGround::registered_elsewhere}).empty());
    CHECK(lacking({.ground = LeavingGround::moved_away}).empty());
}

TEST_CASE("a permanent exclusion ends a roll once its review is over, home education once the notice is in writing")
{
    CHECK(lacking({.ground = LeavingGround::permanent_exclusion}) == std::vector{LeavingLack::review_not_over});
    CHECK(lacking({.ground = LeavingGround::permanent_exclusion, .review_is_over = true}).empty());
    CHECK(lacking({.ground = LeavingGround::home_education}) == std::vector{LeavingLack::not_in_writing});
    CHECK(lacking({.ground = LeavingGround::home_education, .in_writing = true}).empty());
}

TEST_CASE("nineteen school days of unauthorised absence are no ground, twenty with enquiries made together are")
{
    CHECK(lacking({.ground = LeavingGround::unauthorised_absence, .school_days = 19, .enquiries_made = true}) ==
          std::vector{LeavingLack::too_few_school_days});
    CHECK(lacking({.ground = LeavingGround::unauthorised_absence, .school_days = 20}) == std::vector{LeavingLack::enquiries_missing});
    CHECK(lacking({.ground = LeavingGround::unauthorised_absence, .school_days = 20, .enquiries_made = true}).empty());
}

TEST_CASE("a child not back nine school days after leave stays on the roll, after ten the name may come off")
{
    CHECK_FALSE(lacking({.ground = LeavingGround::not_back_from_leave, .school_days = 9}).empty());
    CHECK(lacking({.ground = LeavingGround::not_back_from_leave, .school_days = 10}).empty());
}

TEST_CASE("four months of custody are no ground, a day more is")
{
    const Date january = date(2027, 1, 1);
    CHECK_FALSE(lacking({.ground = LeavingGround::custody, .custody = DateRange{january, date(2027, 4, 30)}}).empty());
    CHECK(lacking({.ground = LeavingGround::custody, .custody = DateRange{january, date(2027, 5, 1)}}).empty());
    CHECK_FALSE(lacking({.ground = LeavingGround::custody}).empty());
}

TEST_CASE("a new name is told within five days, a deletion on the day at the latest")
{
    CHECK(roll_news_due(RollChange::addition, date(2026, 11, 23), law_of_rolls()) == date(2026, 11, 28));
    CHECK(roll_news_due(RollChange::deletion, date(2026, 11, 23), law_of_rolls()) == date(2026, 11, 23));
}

TEST_CASE("a roll that ends without a ground in years 10 and 11 is looked at again, in years 9 and 12 it is not")
{
    const auto in_year = [](int year) { return off_rolling_watch({.last_day = date(2026, 11, 23), .year_group = year}, law_of_rolls()); };
    CHECK_FALSE(in_year(9).is_watched());
    CHECK(in_year(10).by_year_group);
    CHECK(in_year(11).by_year_group);
    CHECK_FALSE(in_year(12).is_watched());
    CHECK_FALSE(off_rolling_watch({.last_day = date(2026, 11, 23), .year_group = 11, .has_ground = true}, law_of_rolls()).is_watched());
}

TEST_CASE("a roll that ends sixty days after alternative provision starts is looked at again, after sixty-one it is not")
{
    const Date placed[] = {date(2026, 9, 7)};
    const auto ends = [&](Date day) { return off_rolling_watch({.last_day = day, .year_group = 8, .placed_on = placed}, law_of_rolls()); };
    CHECK_FALSE(ends(date(2026, 9, 6)).is_watched());
    CHECK(ends(date(2026, 9, 7)).after_placement);
    CHECK(ends(date(2026, 11, 6)).after_placement);
    CHECK_FALSE(ends(date(2026, 11, 7)).is_watched());
}

}  // namespace
}  // namespace waymark::pupils
