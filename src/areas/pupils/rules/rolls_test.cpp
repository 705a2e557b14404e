// What a child's rolls may be.
#include "pupils/rules/rolls.hpp"

#include <doctest/doctest.h>

namespace waymark::pupils {
namespace {

using enum EnrolmentStatus;

Enrolment roll(EnrolmentStatus status, Date from, std::optional<Date> to = {}) { return {.status = status, .days = {from, to}}; }
const Date september = date(2026, 9, 2), monday = date(2026, 11, 23);

TEST_CASE("one single roll, or a main school with a second one, or no roll, is in order")
{
    const Enrolment one[] = {roll(current_single, september)}, two[] = {roll(current_main, september), roll(current_subsidiary, monday)};
    CHECK(problems_with_rolls(one, monday).empty());
    CHECK(problems_with_rolls(two, monday).empty());
    CHECK(problems_with_rolls({}, monday).empty());
}

TEST_CASE("two single rolls are wrong on the last day of the first, and right the day after")
{
    const Enrolment moved[] = {roll(current_single, september, monday), roll(current_single, monday)};
    CHECK(problems_with_rolls(moved, monday).code() == "enrolment.two_rolls");
    CHECK(problems_with_rolls(moved, monday + Days{1}).empty());
}

TEST_CASE("two main schools, and a second school alone, are wrong")
{
    const Enrolment mains[] = {roll(current_main, september), roll(current_main, september)}, second[] = {roll(current_subsidiary, monday)};
    CHECK(problems_with_rolls(mains, monday).code() == "enrolment.two_main");
    CHECK(problems_with_rolls(second, monday).code() == "enrolment.second_without_main");
}

}  // namespace
}  // namespace waymark::pupils
