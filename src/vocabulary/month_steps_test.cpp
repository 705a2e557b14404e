// Months and years at their ends.
#include "vocabulary/month_steps.hpp"

#include <doctest/doctest.h>

namespace waymark {

TEST_CASE("a month ends on the same day of the next one, or on its last day when it is too short")
{
    CHECK(same_day_months_later(date(2026, 11, 23), 1) == date(2026, 12, 23));
    CHECK(same_day_months_later(date(2027, 1, 28), 1) == date(2027, 2, 28));
    CHECK(same_day_months_later(date(2027, 1, 29), 1) == date(2027, 2, 28));
    CHECK(same_day_months_later(date(2027, 1, 31), 1) == date(2027, 2, 28));
    CHECK(same_day_months_later(date(2028, 1, 31), 1) == date(2028, 2, 29));
    CHECK(same_day_months_later(date(2026, 11, 30), 3) == date(2027, 2, 28));
    CHECK(same_day_months_later(date(2026, 2, 28), 1) == date(2026, 3, 28));
    CHECK(same_day_months_later(date(2026, 3, 31), -1) == date(2026, 2, 28));
    CHECK(same_day_months_later(date(2026, 11, 23), -24) == date(2024, 11, 23));
}

TEST_CASE("years are complete on the anniversary, and for 29 February on 1 March")
{
    CHECK(years_completed_on(date(2010, 9, 1), 25) == date(2035, 9, 1));
    CHECK(years_completed_on(date(2012, 2, 29), 25) == date(2037, 3, 1));
    CHECK(years_completed_on(date(2012, 2, 29), 24) == date(2036, 2, 29));
    for (int years = 0; years < 80; ++years) {
        const Date born = date(2012, 2, 29), on = years_completed_on(born, years);
        CHECK(whole_years_between(born, on) == years);
        CHECK(whole_years_between(born, on - Days{1}) == years - 1);
    }
}

}  // namespace waymark
