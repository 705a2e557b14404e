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

TEST_CASE("a child stands on no roll, on one, or on a main school's and a second one's; a guest stands on none")
{
    const Enrolment one[] = {roll(current_single, september), roll(guest, september)};
    const Enrolment two[] = {roll(current_main, september), roll(current_subsidiary, monday)};
    CHECK(rolls_on({}, monday).rolls == Rolls::none);
    CHECK(rolls_on(one, monday).rolls == Rolls::single);
    CHECK(rolls_on(one, september - Days{1}).rolls == Rolls::none);
    CHECK(rolls_on(two, monday).rolls == Rolls::dual);
}

TEST_CASE("each of the five ways in which rolls cannot be is named")
{
    const auto faults = [](std::vector<Enrolment> rolls) { return rolls_on(rolls, monday).faults; };
    const auto single = roll(current_single, september), main = roll(current_main, september), second = roll(current_subsidiary, september);
    CHECK(faults({single, single}) == std::vector{RollFault::two_single});
    CHECK(faults({main, main, second}) == std::vector{RollFault::two_main});
    CHECK(faults({second}) == std::vector{RollFault::second_without_main});
    CHECK(faults({main}) == std::vector{RollFault::main_without_second});
    CHECK(faults({single, main, second}) == std::vector{RollFault::single_beside_others});
}

TEST_CASE("the roll school answers for attendance, the commissioner for quality, the authorities for theirs")
{
    CHECK(who_answers(RollMatter::attendance) == Answerer::roll_school);
    CHECK(who_answers(RollMatter::quality_of_placement) == Answerer::commissioner);
    CHECK(who_answers(RollMatter::transport) == Answerer::home_authority);
    CHECK(who_answers(RollMatter::children_from_elsewhere) == Answerer::host_authority);
}

}  // namespace
}  // namespace waymark::pupils
