// The local clocks of section 19, and fifteen days of illness.
#include "pupils/rules/section_19.hpp"

#include <doctest/doctest.h>

namespace waymark::pupils {
namespace {

const SchoolCalendar northgate = *SchoolCalendar::make({{"Autumn 2", date(2026, 11, 2), date(2026, 12, 18)}});
const CountedBy by_northgate{northgate, "Northgate Academy"};
const Law& law() { return law_on(date(2026, 11, 23)); }

TEST_CASE("told on a Monday, the authority decides by the next Monday and starts three weeks after it was told")
{
    const Section19Dates told{.told_on = date(2026, 11, 9)};
    CHECK(decision_clock(told, by_northgate, law(), date(2026, 11, 10)).due == date(2026, 11, 16));
    CHECK(start_clock(told, by_northgate, law(), date(2026, 11, 10)).due == date(2026, 11, 30));
}

TEST_CASE("the decision is not late on its day, it is the day after, and a decision stops the clock")
{
    const Section19Dates told{.told_on = date(2026, 11, 9)};
    CHECK(decision_clock(told, by_northgate, law(), date(2026, 11, 16)).severity == Severity::warn);
    CHECK(decision_clock(told, by_northgate, law(), date(2026, 11, 17)).severity == Severity::breach);
    const Section19Dates decided{.told_on = date(2026, 11, 9), .decided_on = date(2026, 11, 16)};
    CHECK(decision_clock(decided, by_northgate, law(), date(2026, 11, 20)).is_met);
    CHECK_FALSE(start_clock(decided, by_northgate, law(), date(2026, 11, 20)).is_met);
}

TEST_CASE("fourteen and a half days of illness warn, fifteen are owed education unless it is arranged")
{
    CHECK(medical_absence(19, false, SchoolYear{2026}, law()).severity == Severity::info);
    CHECK(medical_absence(20, false, SchoolYear{2026}, law()).severity == Severity::warn);
    CHECK(medical_absence(29, false, SchoolYear{2026}, law()).severity == Severity::warn);
    CHECK(medical_absence(30, false, SchoolYear{2026}, law()).severity == Severity::breach);
    CHECK(medical_absence(30, true, SchoolYear{2026}, law()).severity == Severity::info);
    CHECK(medical_absence(29, false, SchoolYear{2026}, law()).words == "14.5 of 15 school days missed for health in 2026 to 2027");
}

TEST_CASE("education is owed as soon as fifteen days of illness can be foreseen, not at fourteen and a half")
{
    CHECK_FALSE(medical_absence(4, false, SchoolYear{2026}, law(), 29).is_owed);
    CHECK(medical_absence(4, false, SchoolYear{2026}, law(), 29).severity == Severity::info);
    CHECK(medical_absence(4, false, SchoolYear{2026}, law(), 30).is_owed);
    CHECK(medical_absence(4, false, SchoolYear{2026}, law(), 30).severity == Severity::breach);
    CHECK(medical_absence(4, true, SchoolYear{2026}, law(), 30).severity == Severity::info);
    CHECK(medical_absence(4, false, SchoolYear{2026}, law(), 30).words ==
          "2 of 15 school days missed for health in 2026 to 2027, 15 expected");
}

}  // namespace
}  // namespace waymark::pupils
