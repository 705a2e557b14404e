// R42 and R43: counting from the day a place ends, runs of unauthorised absence, and who would be on the new register.
#include "pupils/rules/missing_education.hpp"

#include <doctest/doctest.h>

namespace waymark::pupils {
namespace {

const Date born_2011 = date(2011, 5, 4);
const Date place_ended = date(2026, 11, 6);     // a Friday

const Law& missing_law() { return law_on(place_ended); }
SchoolCalendar second_autumn() { return *SchoolCalendar::make({{"Autumn 2", date(2026, 11, 2), date(2026, 12, 18)}}); }

Unplaced unplaced_on(Date today, BetweenPlaces child = {.born = born_2011, .ended_on = place_ended})
{
    return *unplaced(child, today, second_autumn(), missing_law());
}

std::vector<Date> weekdays(Date from, int count)
{
    std::vector<Date> days;
    for (Date day = from; static_cast<int>(days.size()) < count; day += Days{1})
        if (!is_weekend(day)) days.push_back(day);
    return days;
}

UnauthorisedRun run_on(Date today, const std::vector<Date>& absent, std::optional<Date> told_on = {})
{
    return *unauthorised_run(absent, {today, told_on}, second_autumn(), missing_law());
}

}  // namespace

TEST_CASE("a child of school age on no roll and without education is missing education; on a roll, or taught at home, not")
{
    CHECK(is_missing_education(born_2011, place_ended, {}));
    CHECK_FALSE(is_missing_education(born_2011, place_ended, {.on_roll = true}));
    CHECK_FALSE(is_missing_education(born_2011, place_ended, {.suitably_educated = true}));
    CHECK(is_missing_education(born_2011, date(2027, 6, 25), {}));
    CHECK_FALSE(is_missing_education(born_2011, date(2027, 6, 26), {}));
}

TEST_CASE("between places a child is listed from the first school day, warned of from the sixth, referred from the eleventh")
{
    CHECK(unplaced_on(date(2026, 11, 8)).stage == UnplacedStage::none);
    CHECK(unplaced_on(date(2026, 11, 9)).stage == UnplacedStage::list);
    CHECK(unplaced_on(date(2026, 11, 13)).stage == UnplacedStage::list);
    CHECK(unplaced_on(date(2026, 11, 16)).stage == UnplacedStage::warn);
    CHECK(unplaced_on(date(2026, 11, 20)).stage == UnplacedStage::warn);
    CHECK(unplaced_on(date(2026, 11, 20)).due == date(2026, 11, 20));
    CHECK(unplaced_on(date(2026, 11, 20)).days_left == 0);
    CHECK(unplaced_on(date(2026, 11, 23)).stage == UnplacedStage::referral);
    CHECK(unplaced_on(date(2026, 11, 23)).severity == Severity::breach);
}

TEST_CASE("a place that is only arranged stops nothing until its first day")
{
    const BetweenPlaces child{.born = born_2011, .ended_on = place_ended, .next_starts_on = date(2026, 11, 24)};
    CHECK(unplaced_on(date(2026, 11, 23), child).stage == UnplacedStage::referral);
    CHECK(unplaced_on(date(2026, 11, 24), child).is_met);
    CHECK(unplaced_on(date(2026, 11, 24), child).school_days == 11);
}

TEST_CASE("school days are not counted for a child who is on a roll meanwhile, nor beyond the calendar")
{
    CHECK(unplaced_on(date(2026, 11, 30), {.born = born_2011, .ended_on = place_ended, .meanwhile = {.on_roll = true}}).school_days == 0);
    CHECK(code_of(unplaced({.born = born_2011, .ended_on = place_ended}, date(2027, 1, 8), second_autumn(), missing_law())) == "calendar.missing");
}

TEST_CASE("the tenth school day in a row brings the authority in, the ninth does not")
{
    const auto nine = weekdays(date(2026, 11, 9), 9), ten = weekdays(date(2026, 11, 9), 10);
    CHECK_FALSE(run_on(nine.back(), nine).due);
    CHECK(run_on(nine.back(), nine).severity == Severity::warn);
    CHECK(run_on(ten.back(), ten).due == date(2026, 11, 20));
    CHECK(run_on(ten.back(), ten).severity == Severity::warn);
    CHECK(run_on(date(2026, 11, 23), ten).severity == Severity::breach);
    CHECK(run_on(date(2026, 11, 23), ten, date(2026, 11, 23)).is_met);
}

TEST_CASE("one school day of attendance ends a run")
{
    auto absent = weekdays(date(2026, 11, 9), 11);
    absent.erase(absent.begin() + 5);
    const auto run = run_on(absent.back(), absent);
    CHECK(run.longest == 5);
    CHECK(run.current == 5);
    CHECK_FALSE(run.due);
    CHECK(run_on(absent.back() + Days{1}, absent).current == 0);
}

TEST_CASE("the register would hold a child on no roll and one whose school agreed to education elsewhere, no other")
{
    CHECK(not_in_school_ground(born_2011, place_ended, false, false) == RegisterGround::no_roll);
    CHECK(not_in_school_ground(born_2011, place_ended, true, true) == RegisterGround::educated_elsewhere);
    CHECK(not_in_school_ground(born_2011, place_ended, true, false) == RegisterGround::none);
    CHECK(not_in_school_ground(born_2011, date(2027, 6, 26), false, false) == RegisterGround::none);
}

}  // namespace waymark::pupils
