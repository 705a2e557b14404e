// Two placements make one week, and never the same session twice.
#include "placements/rules/week.hpp"

#include <doctest/doctest.h>

namespace waymark::placements {
namespace {

Slot slot(Weekday day, Session session, std::string setting, Date from = date(2026, 9, 7), std::optional<Date> to = {})
{
    return {.when = {day, session}, .minutes = 150, .in_force = {from, to}, .setting = std::move(setting)};
}

}  // namespace

TEST_CASE("two settings share a week without clashing")
{
    const std::vector<Slot> farm{slot(Weekday::monday, Session::am, "Farm")}, tutor{slot(Weekday::monday, Session::pm, "Tutor")};
    CHECK(clashes(tutor, farm).empty());
}

TEST_CASE("the same session at two settings is refused, naming the other setting")
{
    const std::vector<Slot> farm{slot(Weekday::monday, Session::am, "Northfield Farm", date(2026, 9, 7), date(2026, 12, 18))};
    const std::vector<Slot> tutor{slot(Weekday::monday, Session::am, "Tutor", date(2026, 12, 18))};
    const auto problems = clashes(tutor, farm);
    REQUIRE(problems.size() == 1);
    CHECK(problems.front().message == "Monday morning is already with Northfield Farm until 18 December 2026. Choose another session.");
}

TEST_CASE("the day after the other setting ends, its session is free")
{
    const std::vector<Slot> farm{slot(Weekday::monday, Session::am, "Farm", date(2026, 9, 7), date(2026, 12, 18))};
    const std::vector<Slot> tutor{slot(Weekday::monday, Session::am, "Tutor", date(2026, 12, 19))};
    CHECK(clashes(tutor, farm).empty());
}

TEST_CASE("one timetable cannot hold a session twice")
{
    const std::vector<Slot> both{slot(Weekday::friday, Session::pm, "Farm"), slot(Weekday::friday, Session::pm, "Farm")};
    CHECK(clashes(both, {}).has("placement.session_twice"));
}

TEST_CASE("hours are added over all settings, and the missing sessions are named")
{
    std::vector<Slot> slots;
    for (int day = 0; day < 4; ++day) {
        slots.push_back(slot(static_cast<Weekday>(day), Session::am, "Farm"));
        slots.push_back(slot(static_cast<Weekday>(day), Session::pm, "Tutor"));
    }
    const auto week = week_on(date(2026, 11, 23), slots);
    CHECK(week.minutes == 1200);
    CHECK(week.gaps == std::vector<WeekdaySession>{{Weekday::friday, Session::am}, {Weekday::friday, Session::pm}});
    const auto answer = against_full_time(week, 1500, false);
    CHECK_FALSE(answer.is_full_time);
    CHECK(answer.words == "20 hours of 25 hours a week (80%). 2 sessions have no setting: Friday morning and Friday afternoon.");
}

TEST_CASE("exactly the full-time hours are full-time, a minute less is not")
{
    Week week{.slots = {}, .minutes = 1500, .gaps = {}};
    CHECK(against_full_time(week, 1500, false).is_full_time);
    week.minutes = 1499;
    CHECK_FALSE(against_full_time(week, 1500, false).is_full_time);
}

TEST_CASE("a slot counts on its last day and not on the next")
{
    const std::vector<Slot> slots{slot(Weekday::monday, Session::am, "Farm", date(2026, 9, 7), date(2026, 11, 23))};
    CHECK(week_on(date(2026, 11, 23), slots).minutes == 150);
    CHECK(week_on(date(2026, 11, 24), slots).minutes == 0);
}

TEST_CASE("education is full-time from the day on which the settings together reach the hours, not one session less")
{
    std::vector<Slot> slots;
    for (int day = 0; day < 5; ++day) slots.push_back(slot(static_cast<Weekday>(day), Session::am, "Farm", date(2026, 11, 9)));
    for (int day = 0; day < 4; ++day) slots.push_back(slot(static_cast<Weekday>(day), Session::pm, "Tutor", date(2026, 11, 16)));
    const Date excluded = date(2026, 11, 2);
    CHECK(full_time_from(slots, excluded, 25 * 60) == std::nullopt);
    slots.push_back(slot(Weekday::friday, Session::pm, "Tutor", date(2026, 11, 23)));
    CHECK(full_time_from(slots, excluded, 25 * 60) == date(2026, 11, 23));
}

TEST_CASE("a week that was full-time before the exclusion counts from the exclusion, and one that has ended does not count")
{
    std::vector<Slot> slots;
    for (int day = 0; day < 5; ++day)
        for (const auto session : {Session::am, Session::pm}) slots.push_back(slot(static_cast<Weekday>(day), session, "The Bridge", date(2026, 9, 7), date(2026, 11, 6)));
    CHECK(full_time_from(slots, date(2026, 11, 2), 25 * 60) == date(2026, 11, 2));
    CHECK(full_time_from(slots, date(2026, 11, 7), 25 * 60) == std::nullopt);
}

TEST_CASE("a session at two settings is double-booked while both are in force, and no longer")
{
    const std::vector<Slot> slots{slot(Weekday::monday, Session::am, "Farm", date(2026, 9, 7), date(2026, 11, 23)),
                                  slot(Weekday::monday, Session::am, "Tutor"), slot(Weekday::friday, Session::pm, "Tutor")};
    CHECK(double_booked(week_on(date(2026, 11, 23), slots)) == std::vector<WeekdaySession>{{Weekday::monday, Session::am}});
    CHECK(double_booked(week_on(date(2026, 11, 24), slots)).empty());
}

}  // namespace waymark::placements
