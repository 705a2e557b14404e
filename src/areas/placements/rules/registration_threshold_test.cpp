// The line of R28 on both sides: hours, share of the week, number of children, plan or looked after.
#include "placements/rules/registration_threshold.hpp"

#include <doctest/doctest.h>

namespace waymark::placements {
namespace {

const Law& law() { return law_on(date(2026, 11, 23)); }

WeekAtProvider week(int minutes) { return {.child = "A", .minutes_here = minutes, .minutes_all = minutes * 2}; }

std::vector<WeekAtProvider> children(int count, int minutes)
{
    return std::vector<WeekAtProvider>(static_cast<std::size_t>(count), week(minutes));
}

}  // namespace

TEST_CASE("exactly 18 hours is not full-time, a minute over is")
{
    CHECK(registration_threshold(children(1, 1080), law()).full_time == 0);
    CHECK(registration_threshold(children(1, 1081), law()).full_time == 1);
}

TEST_CASE("four-fifths of a week without school is full-time, just under is not")
{
    WeekAtProvider most{.child = "A", .minutes_here = 400, .minutes_all = 500};
    CHECK(registration_threshold({&most, 1}, law()).full_time == 1);
    most.minutes_here = 399;
    CHECK(registration_threshold({&most, 1}, law()).full_time == 0);
}

TEST_CASE("a child who is at school for the rest of the week is not full-time by share")
{
    const WeekAtProvider two_days{.child = "A", .minutes_here = 600, .minutes_all = 600, .attends_a_school = true};
    CHECK(registration_threshold({&two_days, 1}, law()).full_time == 0);
}

TEST_CASE("four children warn, the fifth breaches")
{
    CHECK(registration_threshold(children(2, 1200), law()).level == ThresholdLevel::clear);
    CHECK(registration_threshold(children(3, 1200), law()).level == ThresholdLevel::warn);
    CHECK(registration_threshold(children(4, 1200), law()).level == ThresholdLevel::warn);
    CHECK(registration_threshold(children(5, 1200), law()).level == ThresholdLevel::breach);
}

TEST_CASE("one child with a plan or looked after breaches full-time and warns from 15 hours")
{
    auto looked_after = week(1081);
    looked_after.has_plan_or_looked_after = true;
    CHECK(registration_threshold({&looked_after, 1}, law()).level == ThresholdLevel::breach);
    looked_after.minutes_here = 900;
    CHECK(registration_threshold({&looked_after, 1}, law()).level == ThresholdLevel::warn);
    looked_after.minutes_here = 899;
    CHECK(registration_threshold({&looked_after, 1}, law()).level == ThresholdLevel::clear);
}

TEST_CASE("five past compulsory school age do not count")
{
    auto older = children(5, 1200);
    for (auto& one : older) one.of_compulsory_school_age = false;
    CHECK(registration_threshold(older, law()).level == ThresholdLevel::clear);
}

TEST_CASE("children of whom only the provider has told are counted with the others")
{
    CHECK(registration_threshold(children(4, 1200), law(), {.full_time = 0}).level == ThresholdLevel::warn);
    CHECK(registration_threshold(children(4, 1200), law(), {.full_time = 1}).level == ThresholdLevel::breach);
    CHECK(registration_threshold({}, law(), {.full_time = 1, .full_time_vulnerable = 1}).level == ThresholdLevel::breach);
}

TEST_CASE("one full-time child with SEN support and no plan warns and does not breach, part-time the child does not warn")
{
    auto supported = week(1081);
    supported.has_sen_support = true;
    CHECK(registration_threshold({&supported, 1}, law()).level == ThresholdLevel::warn);
    supported.minutes_here = 1080;
    CHECK(registration_threshold({&supported, 1}, law()).level == ThresholdLevel::clear);
}

TEST_CASE("the sum is said in words")
{
    CHECK(registration_threshold(children(5, 1200), law()).words ==
          "5 children are full-time here (over 18 hours a week, or 80% of a week without school). None of them has an EHC plan or is looked after. "
          "An unregistered setting may have at most 4 such children and none with a plan or looked after.");
}

}  // namespace waymark::placements
