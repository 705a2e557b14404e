// When a late child is U and not L, and when N becomes O.
#include "attendance/rules/register_times.hpp"

#include <doctest/doctest.h>

namespace waymark::attendance {

TEST_CASE("a child who comes in the 30th minute is late but present, in the 31st absent")
{
    const Law& law = law_on(date(2026, 11, 23));
    CHECK(late_code(30, 30, law) == "L");
    CHECK(late_code(31, 30, law) == "U");
}

TEST_CASE("a school may close its register earlier than after 30 minutes, never later")
{
    const Law& law = law_on(date(2026, 11, 23));
    CHECK(late_code(15, 15, law) == "L");
    CHECK(late_code(16, 15, law) == "U");
    CHECK(code_of(late_code(1, 31, law)) == "attendance.register_open_too_long");
}

TEST_CASE("an absence without reason is N for five school days and O on the day after them")
{
    const auto school = SchoolCalendar::make({{"Autumn 2", date(2026, 11, 2), date(2026, 12, 18)}}, {{.day = date(2026, 11, 27), .name = "Staff training"}});
    const Law& law = law_on(date(2026, 11, 23));
    const auto due = reason_due(date(2026, 11, 23), *school, law);  // Tue, Wed, Thu; not Fri; Mon, Tue
    CHECK(due == date(2026, 12, 1));
    CHECK(code_without_reason(*due, date(2026, 11, 23)) == "N");
    CHECK(code_without_reason(*due, date(2026, 12, 1)) == "N");
    CHECK(code_without_reason(*due, date(2026, 12, 2)) == "O");
}

TEST_CASE("where the calendar ends before the five school days, nobody knows when N becomes O")
{
    const auto school = SchoolCalendar::make({{"Autumn 2", date(2026, 11, 2), date(2026, 12, 18)}});
    const Law& law = law_on(date(2026, 11, 23));
    CHECK(reason_due(date(2026, 12, 11), *school, law) == date(2026, 12, 18));
    CHECK(code_of(reason_due(date(2026, 12, 14), *school, law)) == "calendar.missing");
}

}  // namespace waymark::attendance
