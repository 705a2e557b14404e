// Days: what is read, what is refused, how they are written.
#include "foundation/date.hpp"

#include <doctest/doctest.h>

namespace waymark {

TEST_CASE("a day is read the ways people type it")
{
    for (const auto* typed : {"23/11/2026", "23 11 2026", "23-11-2026", "23.11.2026", "23 November 2026", "23 nov 2026", " 2026-11-23 "})
        CHECK(parse_date(typed) == date(2026, 11, 23));
    CHECK(parse_date("3 Sept 2026") == date(2026, 9, 3));
}

TEST_CASE("what is no real day is refused")
{
    for (const auto* typed : {"", "tomorrow", "31/11/2026", "29 2 2026", "23/11/26", "0/11/2026", "23/13/2026", "23/11", "11 23 2026 1", "23/x/2026"})
        CHECK(code_of(parse_date(typed)) == "date.invalid");
    CHECK(parse_date("29 2 2028") == date(2028, 2, 29));
}

TEST_CASE("machines write days one way only")
{
    CHECK(parse_iso_date("2026-11-23") == date(2026, 11, 23));
    for (const auto* text : {"2026-11-3", "2026/11/23", "2026-11-31", "23-11-2026", "2026-11-23T", "+026-11-23"})
        CHECK(code_of(parse_iso_date(text)) == "date.invalid");
    CHECK(iso(date(2026, 1, 5)) == "2026-01-05");
}

TEST_CASE("days are written in words")
{
    const Date monday = date(2026, 11, 23);
    CHECK(long_date(monday) == "23 November 2026");
    CHECK(short_date(monday) == "23 Nov 2026");
    CHECK(weekday_date(monday) == "Monday 23 November 2026");
}

TEST_CASE("a range of days says no more than it must")
{
    CHECK(date_range(date(2026, 11, 23), date(2026, 11, 27)) == "23 to 27 November 2026");
    CHECK(date_range(date(2026, 11, 30), date(2026, 12, 4)) == "30 November to 4 December 2026");
    CHECK(date_range(date(2026, 12, 21), date(2027, 1, 1)) == "21 December 2026 to 1 January 2027");
    CHECK(date_range(date(2026, 11, 23), date(2026, 11, 23)) == "23 November 2026");
}

TEST_CASE("the weekend is Saturday and Sunday")
{
    CHECK_FALSE(is_weekend(date(2026, 11, 27)));
    CHECK(is_weekend(date(2026, 11, 28)));
    CHECK(is_weekend(date(2026, 11, 29)));
    CHECK(weekday(date(2026, 11, 30)) == Weekday::monday);
}

TEST_CASE("an age changes on the birthday, and on 1 March for those born on 29 February")
{
    CHECK(whole_years_between(date(2011, 3, 4), date(2026, 3, 3)) == 14);
    CHECK(whole_years_between(date(2011, 3, 4), date(2026, 3, 4)) == 15);
    CHECK(whole_years_between(date(2012, 2, 29), date(2027, 2, 28)) == 14);
    CHECK(whole_years_between(date(2012, 2, 29), date(2027, 3, 1)) == 15);
    CHECK(whole_years_between(date(2012, 2, 29), date(2028, 2, 29)) == 16);
}

TEST_CASE("ranges of days hold both their ends")
{
    const DateRange november{date(2026, 11, 1), date(2026, 11, 30)};
    CHECK(november.contains(date(2026, 11, 1)));
    CHECK(november.contains(date(2026, 11, 30)));
    CHECK_FALSE(november.contains(date(2026, 12, 1)));
    CHECK(november.overlaps({date(2026, 11, 30), std::nullopt}));
    CHECK_FALSE(november.overlaps({date(2026, 12, 1), std::nullopt}));
}

}  // namespace waymark
