// The exceptions to day six, and that nothing else is one.
#include "pupils/rules/day_six_exceptions.hpp"

#include <doctest/doctest.h>

#include "pupils/rules/day_six.hpp"

namespace waymark::pupils {
namespace {

const Law& law() { return law_on(date(2026, 11, 2)); }

TEST_CASE("a year 11 pupil is owed no day six once every public exam is over, a year 10 pupil is")
{
    CHECK(exception_of({.year_group = 11, .public_exams_over = true}, law()) == DaySixException::year_11_exams_over);
    CHECK(exception_of({.year_group = 11}, law()) == DaySixException::none);
    CHECK(exception_of({.year_group = 10, .public_exams_over = true}, law()) == DaySixException::none);
}

TEST_CASE("a plan that limits hours is an exception only while all of its hours are provided")
{
    const auto with = [](int plan, int provided) { return exception_of({.year_group = 9, .plan_minutes_a_week = plan, .provided_minutes_a_week = provided}, law()); };
    CHECK(with(600, 600) == DaySixException::plan_hours);
    CHECK(with(600, 599) == DaySixException::none);
}

TEST_CASE("a plan for the usual hours limits nothing")
{
    const int usual = law().full_time_minutes_ks3;
    const auto with = [](int plan) { return exception_of({.year_group = 9, .plan_minutes_a_week = plan, .provided_minutes_a_week = plan}, law()); };
    CHECK(with(usual) == DaySixException::none);
    CHECK(with(usual - 1) == DaySixException::plan_hours);
}

TEST_CASE("a part-time place does not meet day six, unless the exception is on record")
{
    const Date first = date(2026, 11, 2), place = date(2026, 11, 6);
    const auto school = *SchoolCalendar::make({{"Autumn 2", first, date(2026, 12, 18)}});
    const Exclusion exclusion{.kind = ExclusionKind::permanent, .first_day = first};
    const auto on_day_six = [&](DaySixException exception) {
        const auto met_from = day_six_met_from({.part_time_from = place, .exception = exception}, first);
        return day_six_clock(exclusion, {school, "Northgate Academy"}, law(), date(2026, 11, 9), met_from);
    };
    CHECK(on_day_six(DaySixException::none).severity == Severity::breach);
    CHECK(on_day_six(DaySixException::plan_hours).is_met);
}

TEST_CASE("the exception of a plan needs a place: the plan alone meets nothing")
{
    CHECK(day_six_met_from({.exception = DaySixException::plan_hours}, date(2026, 11, 2)) == std::nullopt);
}

TEST_CASE("an exception counts from the day on which it first held")
{
    const Date first = date(2027, 6, 7);
    CHECK(day_six_met_from({.exception = DaySixException::year_11_exams_over}, first) == first);
    CHECK(day_six_met_from({.exception = DaySixException::year_11_exams_over, .exception_from = date(2027, 6, 18)}, first) == date(2027, 6, 18));
    CHECK(day_six_met_from({.full_time_from = date(2027, 6, 14), .exception = DaySixException::year_11_exams_over, .exception_from = date(2027, 6, 18)}, first) ==
          date(2027, 6, 14));
}

}  // namespace
}  // namespace waymark::pupils
