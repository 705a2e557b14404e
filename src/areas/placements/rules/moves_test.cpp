// R60: three starts in two years, or more than ten school days between two places.
#include "placements/rules/moves.hpp"

#include <vector>

#include <doctest/doctest.h>

namespace waymark::placements {
namespace {

const Law& law = law_on(date(2026, 11, 23));
const Date today = date(2026, 12, 18);

SchoolCalendar autumn()
{
    return *SchoolCalendar::make({{"Autumn 1", date(2026, 9, 1), date(2026, 10, 23)}, {"Autumn 2", date(2026, 11, 2), date(2026, 12, 18)}});
}

}  // namespace

TEST_CASE("three starts in 24 months list a child, two do not")
{
    std::vector<DateRange> placements{{date(2025, 1, 6), date(2026, 9, 4)}, {date(2026, 9, 7), std::nullopt}};
    CHECK_FALSE(moves_of(placements, autumn(), today, law)->is_churn);
    placements.push_back({date(2026, 11, 2), std::nullopt});
    const auto moves = moves_of(placements, autumn(), today, law);
    CHECK(moves->starts == 3);
    CHECK(moves->is_churn);
}

TEST_CASE("a start on the day 24 months ago counts, one the day before does not")
{
    const auto starts = [](Date first) { return moves_of(std::vector{DateRange{first, std::nullopt}}, autumn(), today, law)->starts; };
    CHECK(starts(date(2024, 12, 18)) == 1);
    CHECK(starts(date(2024, 12, 17)) == 0);
    CHECK(starts(today) == 1);
    CHECK(starts(today + Days{1}) == 0);
}

TEST_CASE("ten school days between two places are no churn, eleven are")
{
    // Left on Friday 2 October; school days from Monday 5 October, none from 24 October to 1 November.
    const auto back_on = [](Date day) {
        return moves_of(std::vector<DateRange>{{date(2026, 9, 7), date(2026, 10, 2)}, {day, std::nullopt}}, autumn(), today, law);
    };
    CHECK(back_on(date(2026, 10, 5))->longest_gap_school_days == 0);
    CHECK(back_on(date(2026, 10, 19))->longest_gap_school_days == 10);
    CHECK_FALSE(back_on(date(2026, 10, 19))->is_churn);
    CHECK(back_on(date(2026, 10, 20))->longest_gap_school_days == 11);
    CHECK(back_on(date(2026, 10, 20))->is_churn);
    CHECK(back_on(date(2026, 11, 2))->longest_gap_school_days == 15);  // the holiday adds none
}

TEST_CASE("a child with two places at once has no gap while one of them runs")
{
    const std::vector<DateRange> placements{{date(2026, 9, 1), std::nullopt}, {date(2026, 9, 7), date(2026, 9, 11)}, {date(2026, 11, 30), std::nullopt}};
    CHECK(moves_of(placements, autumn(), today, law)->longest_gap_school_days == 0);
}

TEST_CASE("a gap whose school days nobody has entered is not guessed")
{
    const std::vector<DateRange> placements{{date(2026, 3, 2), date(2026, 5, 1)}, {date(2026, 9, 7), std::nullopt}};
    CHECK(code_of(moves_of(placements, autumn(), today, law)) == "calendar.missing");
}

}  // namespace waymark::placements
