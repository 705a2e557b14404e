// London's clock around the days it changes.
#include "foundation/uk_time.hpp"

#include <doctest/doctest.h>

namespace waymark {

using namespace std::chrono_literals;

TEST_CASE("in summer the day in London begins an hour before that of UTC")
{
    CHECK(uk_date(date(2026, 6, 30) + 22h + 59min) == date(2026, 6, 30));
    CHECK(uk_date(date(2026, 6, 30) + 23h) == date(2026, 7, 1));
    CHECK(uk_date(date(2026, 11, 23) + 23h + 59min) == date(2026, 11, 23));
}

TEST_CASE("a clock time becomes the right instant on both sides of the spring change")
{
    CHECK(uk_instant(date(2026, 3, 29), 0, 59) == date(2026, 3, 29) + 59min);
    CHECK(uk_instant(date(2026, 3, 29), 2, 0) == date(2026, 3, 29) + 1h);
    // 01:30 does not exist that night: it is read as 02:30.
    CHECK(uk_clock_time(uk_instant(date(2026, 3, 29), 1, 30)) == "2:30am");
}

TEST_CASE("an hour that the autumn change repeats is its first passing")
{
    CHECK(uk_instant(date(2026, 10, 25), 1, 30) == date(2026, 10, 25) + 30min);
    CHECK(uk_instant(date(2026, 10, 25), 2, 0) == date(2026, 10, 25) + 2h);
}

TEST_CASE("times are written as people say them")
{
    const Date day = date(2026, 11, 23);
    CHECK(uk_clock_time(day + 9h + 30min) == "9:30am");
    CHECK(uk_clock_time(day + 14h) == "2pm");
    CHECK(uk_clock_time(day + 12h) == "midday");
    CHECK(uk_clock_time(day + 12h + 1min) == "12:01pm");
    CHECK(uk_clock_time(day + 0h) == "midnight");
    CHECK(uk_clock_time(day + 5min) == "12:05am");
    CHECK(uk_date_time(day + 9h + 30min) == "23 November 2026 at 9:30am");
    CHECK(uk_minute_of_day(date(2026, 7, 1) + 8h + 45min) == 9 * 60 + 45);
    CHECK(iso_instant(day + 9h + 30min + 5ms) == "2026-11-23T09:30:00.005Z");
}

}  // namespace waymark
