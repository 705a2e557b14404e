// Weeks and year groups turn over on 1 September, and nowhere else.
#include "attendance/rules/kept_totals.hpp"

#include <doctest/doctest.h>

using namespace waymark;
using namespace waymark::attendance;

TEST_CASE("a week begins on its Monday, and on 1 September in the week in which the school year does")
{
    CHECK(first_of_week(date(2026, 11, 23)) == date(2026, 11, 23));  // a Monday
    CHECK(first_of_week(date(2026, 11, 29)) == date(2026, 11, 23));
    CHECK(first_of_week(date(2026, 8, 31)) == date(2026, 8, 31));    // a Monday, the last day of the year before
    CHECK(first_of_week(date(2026, 9, 1)) == date(2026, 9, 1));
    CHECK(first_of_week(date(2026, 9, 6)) == date(2026, 9, 1));
    CHECK(first_of_week(date(2026, 9, 7)) == date(2026, 9, 7));
}

TEST_CASE("each day lies between the first and the last day of its week, and both in its school year")
{
    for (Date day = date(2025, 8, 1); day < date(2027, 10, 1); day += Days{1}) {
        const Date first = first_of_week(day);
        CHECK(first <= day);
        CHECK(day <= last_of_week(first));
        CHECK(first_of_week(last_of_week(first)) == first);
        CHECK(SchoolYear::of(first) == SchoolYear::of(day));
        CHECK(SchoolYear::of(last_of_week(first)) == SchoolYear::of(day));
    }
}

TEST_CASE("a mark counts under the year group of the child's age in that school year")
{
    const OrganisationId greenways{Id::from_words("Greenways")};
    const Date oldest = date(2011, 9, 1), youngest = date(2012, 8, 31);
    for (const auto& cell : cells_of(greenways, oldest, date(2026, 9, 1)))
        CHECK(cell.year_group == (cell.span == TotalSpan::month ? all_year_groups : 10));
    CHECK(cells_of(greenways, youngest, date(2027, 8, 31)).front().year_group == 10);
    CHECK(cells_of(greenways, oldest - Days{1}, date(2026, 9, 1)).front().year_group == 11);
    CHECK(cells_of(greenways, youngest, date(2027, 9, 1)).front().year_group == 11);
}

TEST_CASE("a mark is part of its year, its week with and without its setting, and its month")
{
    const OrganisationId greenways{Id::from_words("Greenways")};
    const auto cells = cells_of(greenways, date(2012, 3, 4), date(2026, 11, 25));
    CHECK(cells[0] == TotalCell{TotalSpan::year, all_settings, date(2026, 9, 1), 10});
    CHECK(cells[1] == TotalCell{TotalSpan::week, all_settings, date(2026, 11, 23), 10});
    CHECK(cells[2] == TotalCell{TotalSpan::week, greenways, date(2026, 11, 23), 10});
    CHECK(cells[3] == TotalCell{TotalSpan::month, greenways, date(2026, 11, 1), all_year_groups});
}
