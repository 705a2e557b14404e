// R33: a review in every half-term in which a placement ran long enough, never later than its end.
#include "reviews/rules/review_calendar.hpp"

#include <doctest/doctest.h>

using namespace waymark;
using namespace waymark::reviews;

namespace {

SchoolCalendar autumn_and_spring()
{
    return *SchoolCalendar::make({{"Autumn 1", date(2026, 9, 2), date(2026, 10, 23)},
                                  {"Autumn 2", date(2026, 11, 2), date(2026, 12, 18)},
                                  {"Spring 1", date(2027, 1, 4), date(2027, 2, 12)}});
}

const Law& law = law_on(date(2026, 11, 23));

}  // namespace

TEST_CASE("a placement that starts early in a half-term is reviewed by its last day")
{
    const auto next = next_review({.from = date(2026, 11, 2), .expected_end = date(2027, 3, 1)}, autumn_and_spring(), law);
    REQUIRE(next.has_value());
    CHECK(next->due == date(2026, 12, 18));
}

TEST_CASE("nine school days in a half-term need no review in it, ten do")
{
    const auto late = next_review({.from = date(2026, 12, 8), .expected_end = date(2027, 3, 1)}, autumn_and_spring(), law);
    REQUIRE(late.has_value());
    CHECK(late->due == date(2027, 2, 12));
    const auto earlier = next_review({.from = date(2026, 12, 7), .expected_end = date(2027, 3, 1)}, autumn_and_spring(), law);
    REQUIRE(earlier.has_value());
    CHECK(earlier->due == date(2026, 12, 18));
}

TEST_CASE("a review held in this half-term moves the next to the end of the next one")
{
    const auto next = next_review({.from = date(2026, 9, 7), .expected_end = date(2027, 3, 1), .last_held = date(2026, 11, 10)},
                                  autumn_and_spring(), law);
    REQUIRE(next.has_value());
    CHECK(next->due == date(2027, 2, 12));
}

TEST_CASE("a half-term that closed without a review stays due on its last day")
{
    const auto next = next_review({.from = date(2026, 9, 7), .expected_end = date(2027, 3, 1)}, autumn_and_spring(), law);
    REQUIRE(next.has_value());
    CHECK(next->due == date(2026, 10, 23));
    CHECK(severity_of(next->due, date(2026, 11, 23)) == Severity::breach);
}

TEST_CASE("a review is never due after the placement's end")
{
    const auto next = next_review({.from = date(2026, 11, 2), .expected_end = date(2026, 12, 4)}, autumn_and_spring(), law);
    REQUIRE(next.has_value());
    CHECK(next->due == date(2026, 12, 4));
}

TEST_CASE("without the dates of the coming terms the next review is not known")
{
    const auto next = next_review({.from = date(2026, 9, 7), .expected_end = date(2027, 7, 1), .last_held = date(2027, 2, 1)},
                                  autumn_and_spring(), law);
    CHECK(code_of(next) == "calendar.missing");
}

TEST_CASE("a review due today is a warning, tomorrow it is a breach")
{
    CHECK(severity_of(date(2026, 11, 23), date(2026, 11, 23)) == Severity::warn);
    CHECK(severity_of(date(2026, 11, 23), date(2026, 11, 24)) == Severity::breach);
    CHECK(severity_of(date(2026, 12, 4), date(2026, 11, 23)) == Severity::info);
}
