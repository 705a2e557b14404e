// Where a child is expected, session by session.
#include "placements/rules/whereabouts.hpp"

#include <doctest/doctest.h>

namespace waymark::placements {
namespace {

const Date monday = date(2026, 11, 23);

TEST_CASE("a child is at the setting of the session, else at their school, else nobody knows: the first day of a slot counts, the day before does not")
{
    const Slot farm[] = {{.when = {Weekday::monday, Session::am}, .in_force = {monday, monday + Days{7}}, .setting = "Greenways Farm"}};
    CHECK(whereabouts_at(farm, monday, Session::am, true, true).setting == "Greenways Farm");
    CHECK(whereabouts_at(farm, monday, Session::pm, true, true).where == Where::at_school);
    CHECK(whereabouts_at(farm, monday, Session::pm, true, false).where == Where::not_known);
    CHECK(whereabouts_at(farm, monday - Days{7}, Session::am, true, false).where == Where::not_known);
    CHECK(whereabouts_at(farm, monday + Days{7}, Session::am, true, false).where == Where::at_setting);
    CHECK(whereabouts_at(farm, monday + Days{14}, Session::am, true, false).where == Where::not_known);
}

TEST_CASE("on a day on which the school does not meet nobody is looked for")
{
    CHECK(whereabouts_at({}, monday, Session::am, false, false).where == Where::no_school);
}

}  // namespace
}  // namespace waymark::placements
