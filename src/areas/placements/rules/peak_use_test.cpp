// One place serves two children one after the other.
#include "placements/rules/peak_use.hpp"

#include <doctest/doctest.h>

#include <vector>

namespace waymark::placements {

TEST_CASE("two children at once take two places, one after the other one place")
{
    const DateRange autumn{date(2026, 9, 1), date(2026, 12, 18)};
    const DateRange first{date(2026, 9, 1), date(2026, 10, 23)};
    CHECK(peak_use(std::vector{first, DateRange{date(2026, 10, 24), date(2026, 12, 18)}}, autumn) == 1);
    CHECK(peak_use(std::vector{first, DateRange{date(2026, 10, 23), date(2026, 12, 18)}}, autumn) == 2);
}

TEST_CASE("a stay outside the window takes nothing, one without an end takes its place for good")
{
    const DateRange november{date(2026, 11, 1), date(2026, 11, 30)};
    CHECK(peak_use(std::vector{DateRange{date(2026, 9, 1), date(2026, 10, 31)}}, november) == 0);
    CHECK(peak_use(std::vector{DateRange{date(2026, 9, 1), std::nullopt}}, november) == 1);
    CHECK(peak_use(std::vector{DateRange{date(2026, 12, 1), std::nullopt}}, november) == 0);
}

}  // namespace waymark::placements
