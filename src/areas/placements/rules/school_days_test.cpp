// Sessions on school days, the thirtieth day, and two days' notice, each on both sides of its edge.
#include "placements/rules/school_days.hpp"

#include <doctest/doctest.h>

namespace waymark::placements {
namespace {

SchoolCalendar autumn()
{
    return SchoolCalendar::make({{"Autumn 1", date(2026, 9, 1), date(2026, 10, 23)}, {"Autumn 2", date(2026, 11, 2), date(2026, 12, 18)}},
                                {{date(2026, 11, 27), ClosureKind::inset, "Staff training"}})
        .value();
}

TimetabledSession every(Weekday day, Session session) { return {.when = {day, session}, .site = "farm", .in_force = {date(2026, 9, 1), std::nullopt}}; }

}  // namespace

TEST_CASE("a timetable is expected on school days only")
{
    const std::vector<TimetabledSession> fridays{every(Weekday::friday, Session::am), every(Weekday::friday, Session::pm)};
    const auto expected = expected_sessions(fridays, {date(2026, 11, 20), date(2026, 12, 4)}, autumn()).value();
    CHECK(expected == std::vector<ExpectedOn>{{date(2026, 11, 20), Session::am, "farm"}, {date(2026, 11, 20), Session::pm, "farm"},
                                              {date(2026, 12, 4), Session::am, "farm"}, {date(2026, 12, 4), Session::pm, "farm"}});
}

TEST_CASE("a slot that ended on Tuesday is expected on that Tuesday and never again")
{
    auto slot = every(Weekday::tuesday, Session::am);
    slot.in_force.to = date(2026, 11, 24);
    const auto expected = expected_sessions(std::vector{slot}, {date(2026, 11, 23), date(2026, 12, 8)}, autumn()).value();
    CHECK(expected.size() == 1);
}

TEST_CASE("past the end of the calendar the answer is unknown, not guessed")
{
    const std::vector<TimetabledSession> mondays{every(Weekday::monday, Session::am)};
    CHECK(code_of(expected_sessions(mondays, {date(2026, 12, 14), date(2027, 4, 30)}, autumn())) == "calendar.missing");
}

TEST_CASE("a step-out place ends on the thirtieth school day, the first day counted")
{
    // 2 to 26 November are 19 school days, 30 November to 11 December 10, 14 December the thirtieth.
    CHECK(step_out_end(date(2026, 11, 2), 30, autumn()).value() == date(2026, 12, 14));
    CHECK(step_out_end(date(2026, 12, 18), 1, autumn()).value() == date(2026, 12, 18));
}

TEST_CASE("two school days before a Tuesday is the Friday before, or Thursday when the school is closed on Friday")
{
    CHECK(latest_notice(date(2026, 11, 24), 2, autumn()).value() == date(2026, 11, 20));
    CHECK(latest_notice(date(2026, 12, 1), 2, autumn()).value() == date(2026, 11, 26));
}

TEST_CASE("a notice on the latest day is in time, a day later or none at all is not")
{
    CHECK(notice_in_time(date(2026, 11, 20), date(2026, 11, 20)));
    CHECK_FALSE(notice_in_time(date(2026, 11, 21), date(2026, 11, 20)));
    CHECK_FALSE(notice_in_time(std::nullopt, date(2026, 11, 20)));
}

}  // namespace waymark::placements
