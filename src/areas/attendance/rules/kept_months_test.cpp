// Each day of a stretch is counted once: in a whole month, before it or after it.
#include "attendance/rules/kept_months.hpp"

#include <doctest/doctest.h>

using namespace waymark;
using namespace waymark::attendance;

namespace {

const Date far_off = date(2030, 1, 1);

/// How often a day is counted.
int times_counted(const KeptMonths& split, Date day)
{
    const Date month = first_of_month(day);
    return (month >= split.first_month && month <= split.last_month) + (day >= split.head_from && day <= split.head_to) +
           (day >= split.tail_from && day <= split.tail_to);
}

}  // namespace

TEST_CASE("a year to date that ends today is whole months only")
{
    const auto split = by_kept_months(date(2026, 9, 1), date(2026, 11, 23), date(2026, 11, 23));
    CHECK(split.first_month == date(2026, 9, 1));
    CHECK(split.last_month == date(2026, 11, 1));
    CHECK(split.head_from > split.head_to);
    CHECK(split.tail_from > split.tail_to);
}

TEST_CASE("the same days looked back at later end in loose days, for the month went on")
{
    const auto split = by_kept_months(date(2026, 9, 1), date(2026, 11, 23), date(2026, 12, 4));
    CHECK(split.last_month == date(2026, 10, 1));
    CHECK(split.tail_from == date(2026, 11, 1));
    CHECK(split.tail_to == date(2026, 11, 23));
}

TEST_CASE("every day of any stretch is counted once, and no day outside it that has passed")
{
    const Date begin = date(2023, 11, 1);
    for (int round = 0; round < 2000; ++round) {
        const Date from = begin + Days{37 * round % 500};
        const Date to = from + Days{53 * round % 121};
        const Date today = round % 2 == 0 ? far_off : to + Days{round % 3};
        const auto split = by_kept_months(from, to, today);
        for (Date day = from - Days{40}; day <= to + Days{40} && day <= today; day += Days{1}) {
            CAPTURE(iso(from));
            CAPTURE(iso(to));
            CAPTURE(iso(day));
            REQUIRE(times_counted(split, day) == (day >= from && day <= to ? 1 : 0));
        }
    }
}
