// R59: indicators as sums of counts.
#include "vocabulary/indicators.hpp"

#include <array>

#include <doctest/doctest.h>

namespace waymark {

TEST_CASE("children in ten thousand are rounded half up to a tenth")
{
    CHECK(per_ten_thousand_in_tenths(152, 78'000) == 195);  // 19.487…
    CHECK(per_ten_thousand_in_tenths(1, 200'000) == 1);     // 0.05 is half of a tenth
    CHECK(per_ten_thousand_in_tenths(1, 200'001) == 0);
    CHECK(per_ten_thousand_in_tenths(0, 10) == 0);
    CHECK_FALSE(per_ten_thousand_in_tenths(0, 0));
}

TEST_CASE("a share of nothing is no share, not 0%")
{
    CHECK(share_in_tenths(3, 8) == 375);
    CHECK(share_in_tenths(1, 3) == 333);
    CHECK(share_in_tenths(2, 3) == 667);
    CHECK_FALSE(share_in_tenths(0, 0));
}

TEST_CASE("two authorities together have the share of their sums, not the average of their shares")
{
    CHECK(share_in_tenths(9, 10) == 900);
    CHECK(share_in_tenths(10, 100) == 100);
    CHECK(share_in_tenths(9 + 10, 10 + 100) == 173);
}

TEST_CASE("the median is the middle number, or half way between the middle two")
{
    CHECK(median_in_halves({10, 3, 4}) == 8);
    CHECK(median_in_halves({4, 3}) == 7);
    CHECK(median_in_halves({5}) == 10);
    CHECK_FALSE(median_in_halves({}));
}

TEST_CASE("a session’s cost is rounded once, half a penny up")
{
    CHECK(pence_per_session(10'001, 2) == 5001);
    CHECK(pence_per_session(10'000, 3) == 3333);
    CHECK_FALSE(pence_per_session(10'000, 0));
}

TEST_CASE("a child who begins again on the day twelve months on has returned within a year, a day later not")
{
    const auto returns_on = [](Date day) {
        return returned_within_a_year(std::array{DateRange{date(2025, 1, 6), date(2025, 7, 18)}, DateRange{day, std::nullopt}});
    };
    CHECK(returns_on(date(2025, 7, 19)));
    CHECK(returns_on(date(2026, 7, 18)));
    CHECK_FALSE(returns_on(date(2026, 7, 19)));
    CHECK_FALSE(returns_on(date(2025, 7, 18)));  // the two ran side by side
}

}  // namespace waymark
