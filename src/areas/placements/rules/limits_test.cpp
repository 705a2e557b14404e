// How long a step-out place, and teaching outside school, may run.
#include "placements/rules/limits.hpp"

#include <doctest/doctest.h>

namespace waymark::placements {
namespace {

const Law& law_of_limits() { return law_on(date(2026, 11, 23)); }
const Date step_out_start = date(2026, 11, 2);

StepOutWatch watched(const StepOut& place, Date today)
{
    const auto school = *SchoolCalendar::make({{"Autumn 2", date(2026, 11, 2), date(2026, 12, 18)}}, {{.day = date(2026, 11, 20)}});
    return watch(place, school, law_of_limits(), today).value();
}

TEST_CASE("a step-out place of six school weeks ends a day later for each closure")
{
    CHECK(watched({.starts_on = step_out_start}, step_out_start).latest_end == date(2026, 12, 14));
    CHECK(watched({.starts_on = step_out_start}, step_out_start).assess_by == date(2026, 11, 13));
}

TEST_CASE("without the assessment of risk a step-out place warns from its tenth school day, not on the ninth")
{
    CHECK(watched({.starts_on = step_out_start}, date(2026, 11, 12)).severity == Severity::info);
    CHECK(watched({.starts_on = step_out_start}, date(2026, 11, 13)).severity == Severity::warn);
    CHECK(watched({.starts_on = step_out_start, .assessed_on = date(2026, 11, 13)}, date(2026, 11, 13)).severity == Severity::info);
}

TEST_CASE("a step-out place warns the day after its latest end, unless the panel has extended it")
{
    const StepOut assessed{.starts_on = step_out_start, .assessed_on = date(2026, 11, 9)};
    CHECK(watched(assessed, date(2026, 12, 14)).severity == Severity::info);
    CHECK(watched(assessed, date(2026, 12, 15)).is_over);
    CHECK(watched(assessed, date(2026, 12, 15)).severity == Severity::warn);
    auto extended = assessed;
    extended.panel_extended = true;
    CHECK(watched(extended, date(2026, 12, 15)).severity == Severity::info);
}

TEST_CASE("twelve weeks outside school are within the limit that is proposed, a day more warns and is no breach")
{
    const Date from = date(2026, 9, 7);
    CHECK(time_outside_school(from, date(2026, 11, 29), law_of_limits(), from).severity == Severity::info);
    CHECK(time_outside_school(from, date(2026, 11, 29), law_of_limits(), from).weeks == 12);
    CHECK(time_outside_school(from, date(2026, 11, 30), law_of_limits(), from).severity == Severity::warn);
    CHECK_FALSE(time_outside_school(from, date(2026, 11, 30), law_of_limits(), date(2026, 11, 29)).is_over);
    CHECK(time_outside_school(from, date(2026, 11, 30), law_of_limits(), date(2026, 11, 30)).is_over);
    CHECK(time_outside_school(from, std::nullopt, law_of_limits(), date(2026, 11, 30)).is_over);
    CHECK_FALSE(time_outside_school(from, date(2026, 11, 29), law_of_limits(), date(2026, 12, 20)).is_over);
}

}  // namespace
}  // namespace waymark::placements
