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

TEST_CASE("a placement that ends before another half-term counts is reviewed by its end, not on the first day of the next half-term")
{
    const auto few_days = next_review({.from = date(2026, 12, 8), .expected_end = date(2026, 12, 16)}, autumn_and_spring(), law);
    REQUIRE(few_days.has_value());
    CHECK(few_days->due == date(2026, 12, 16));
    const auto reviewed = next_review({.from = date(2026, 9, 7), .expected_end = date(2026, 10, 23), .last_held = date(2026, 10, 5)}, autumn_and_spring(), law);
    REQUIRE(reviewed.has_value());
    CHECK(reviewed->due == date(2026, 10, 23));
}

TEST_CASE("a placement that runs on after a review past its end is reviewed by the end of the next half-term")
{
    const auto drifting = next_review({.from = date(2026, 9, 7), .expected_end = date(2026, 10, 16), .last_held = date(2026, 10, 16)}, autumn_and_spring(), law);
    REQUIRE(drifting.has_value());
    CHECK(drifting->due == date(2026, 12, 18));
}

TEST_CASE("a half-term that nobody entered is not skipped: the next review is not known")
{
    const auto gap = *SchoolCalendar::make({{"Autumn 1", date(2026, 9, 2), date(2026, 10, 23)}, {"Spring 1", date(2027, 1, 4), date(2027, 2, 12)}});
    CHECK(code_of(next_review({.from = date(2026, 9, 7), .expected_end = date(2027, 3, 1), .last_held = date(2026, 10, 5)}, gap, law)) == "calendar.missing");
}

TEST_CASE("every half-term with ten school days of a placement needs a review held in it, nine days need none")
{
    const DateRange ran{date(2026, 10, 12), date(2027, 1, 14)};  // ten school days, the whole half-term, nine
    const auto needed = half_terms_to_review(ran, {date(2026, 10, 23)}, autumn_and_spring(), law);
    REQUIRE(needed.has_value());
    REQUIRE(needed->size() == 2);
    CHECK(needed->front().was_held);
    CHECK(needed->front().school_days == 10);
    CHECK_FALSE(needed->back().was_held);
}
