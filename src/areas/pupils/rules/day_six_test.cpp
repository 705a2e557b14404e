// The day-six clocks, on both sides of each edge.
#include "pupils/rules/day_six.hpp"

#include <doctest/doctest.h>

namespace waymark::pupils {
namespace {

SchoolCalendar calendar(Date to, std::vector<Closure> closed = {})
{
    return *SchoolCalendar::make({{"Autumn 2", date(2026, 11, 2), to}}, std::move(closed));
}

const Law& law() { return law_on(date(2026, 11, 2)); }
const SchoolCalendar northgate = calendar(date(2026, 12, 18));
const CountedBy by_northgate{northgate, "Northgate Academy"};

Exclusion permanent(Date first_day) { return {.kind = ExclusionKind::permanent, .first_day = first_day}; }
Exclusion suspension(Date first_day, int sessions, Session starts = Session::am)
{
    return {.kind = ExclusionKind::suspension, .first_day = first_day, .starts_session = starts, .sessions = sessions};
}

TEST_CASE("an exclusion from Monday 2 November is owed full-time education on Monday 9 November")
{
    CHECK(full_time_due(date(2026, 11, 2), northgate, law()) == date(2026, 11, 9));
}

TEST_CASE("weekends and closures do not count towards day six")
{
    const auto closed = calendar(date(2026, 12, 18), {{.day = date(2026, 11, 23)}});
    CHECK(full_time_due(date(2026, 11, 18), closed, law()) == date(2026, 11, 26));
}

TEST_CASE("a calendar that ends on day five gives no date, on day six it does")
{
    const Date monday = date(2026, 11, 2);
    CHECK(code_of(full_time_due(monday, calendar(date(2026, 11, 6)), law())) == "calendar.missing");
    CHECK(full_time_due(monday, calendar(date(2026, 11, 9)), law()) == date(2026, 11, 9));
}

TEST_CASE("a holiday between does not count")
{
    const auto school = *SchoolCalendar::make({{"Autumn 1", date(2026, 9, 2), date(2026, 10, 23)}, {"Autumn 2", date(2026, 11, 2), date(2026, 12, 18)}});
    CHECK(full_time_due(date(2026, 10, 21), school, law()) == date(2026, 11, 4));
}

TEST_CASE("the clock informs, warns from day three and is a breach from day six")
{
    const auto on = [](Date today) { return day_six_clock(permanent(date(2026, 11, 2)), by_northgate, law(), today, {}); };
    CHECK(on(date(2026, 11, 3)).severity == Severity::info);
    CHECK(on(date(2026, 11, 4)).severity == Severity::warn);
    CHECK(on(date(2026, 11, 8)).severity == Severity::warn);
    CHECK(on(date(2026, 11, 9)).severity == Severity::breach);
    CHECK(on(date(2026, 11, 4)).school_days_left == 3);
    CHECK(on(date(2026, 11, 9)).school_days_left == 0);
    CHECK(on(date(2026, 11, 10)).school_days_left == -1);
}

TEST_CASE("the clock is met by education that is there, not by one that starts after the day")
{
    const auto on = [](Date today, Date starts) { return day_six_clock(permanent(date(2026, 11, 2)), by_northgate, law(), today, starts); };
    CHECK(on(date(2026, 11, 5), date(2026, 11, 9)).is_met);
    CHECK_FALSE(on(date(2026, 11, 9), date(2026, 11, 10)).is_met);
    CHECK(on(date(2026, 11, 9), date(2026, 11, 10)).severity == Severity::breach);
    CHECK(on(date(2026, 11, 10), date(2026, 11, 10)).is_met);
}

TEST_CASE("a clock without a calendar says so, and warns")
{
    const SchoolCalendar nothing;
    const auto clock = day_six_clock(permanent(date(2026, 11, 2)), {nothing, "Northgate Academy"}, law(), date(2026, 11, 4), {});
    CHECK_FALSE(clock.due.has_value());
    CHECK_FALSE(clock.school_days_left.has_value());
    CHECK(clock.severity == Severity::warn);
}

TEST_CASE("a looked-after child's target is the first day, and being late is a warning")
{
    const auto clock = day_one_clock(permanent(date(2026, 11, 2)), by_northgate, date(2026, 11, 16), {});
    CHECK(clock.due == date(2026, 11, 2));
    CHECK(clock.severity == Severity::warn);
}

TEST_CASE("a reinstated pupil is not excluded, one whose governors have not met is")
{
    Exclusion exclusion = permanent(date(2026, 11, 2));
    exclusion.status = ExclusionStatus::governors_pending;
    CHECK(still_excludes(exclusion));
    exclusion.status = ExclusionStatus::reinstated;
    CHECK_FALSE(still_excludes(exclusion));
}

TEST_CASE("of two permanent exclusions the latest that still excludes counts")
{
    const Exclusion first = permanent(date(2026, 9, 14));
    Exclusion second = permanent(date(2026, 11, 2));
    const Exclusion both[] = {second, first};
    CHECK(standing_exclusion(both)->first_day == date(2026, 11, 2));
    second.status = ExclusionStatus::reinstated;
    const Exclusion one_left[] = {second, first};
    CHECK(standing_exclusion(one_left)->first_day == date(2026, 9, 14));
    CHECK(standing_exclusion({}) == nullptr);
}

TEST_CASE("a suspension can end, a permanent exclusion cannot; neither becomes what it is already")
{
    using enum ExclusionStatus;
    CHECK(statuses_after(suspension(date(2026, 11, 9), 10)) == std::vector{reinstated, rescinded, ended});
    CHECK(statuses_after({.kind = ExclusionKind::permanent, .status = governors_pending}) == std::vector{upheld, review_panel, reinstated, rescinded});
}

TEST_CASE("suspensions back to back are one run, with a school day between they are two")
{
    const Exclusion first = suspension(date(2026, 11, 4), 6);  // Wednesday to Friday
    const Exclusion on_monday[] = {first, suspension(date(2026, 11, 9), 6)}, on_tuesday[] = {first, suspension(date(2026, 11, 10), 6)};
    const auto one = *suspension_runs(on_monday, northgate);
    REQUIRE(one.size() == 1);
    CHECK(one[0].school_days == 6);
    CHECK(one[0].last_day == date(2026, 11, 11));
    CHECK(suspension_runs(on_tuesday, northgate)->size() == 2);
}

TEST_CASE("a run of five school days owes nothing, one of six does on its sixth day")
{
    const Exclusion five[] = {suspension(date(2026, 11, 9), 10)}, six[] = {suspension(date(2026, 11, 9), 12)};
    const Date today = date(2026, 11, 11);
    CHECK_FALSE(suspension_clock(five, by_northgate, law(), today, {}).has_value());
    const auto clock = suspension_clock(six, by_northgate, law(), today, {});
    REQUIRE(clock.has_value());
    CHECK(clock->due == date(2026, 11, 16));
}

TEST_CASE("a run that ended without full-time education is still a breach")
{
    const Exclusion eight[] = {suspension(date(2026, 11, 9), 16)};
    const auto on = [&](Date today) { return suspension_clock(eight, by_northgate, law(), today, {}); };
    CHECK(on(date(2026, 11, 18))->severity == Severity::breach);    // its last day
    REQUIRE(on(date(2026, 11, 19)).has_value());
    CHECK(on(date(2026, 11, 19))->severity == Severity::breach);
    CHECK(on(date(2026, 12, 18))->due == date(2026, 11, 16));
    CHECK(on(date(2026, 12, 18))->school_days_left == -24);
}

TEST_CASE("a run that had its full-time education is met, and over once it ends")
{
    const Exclusion eight[] = {suspension(date(2026, 11, 9), 16)};
    const auto on = [&](Date today) { return suspension_clock(eight, by_northgate, law(), today, [](Date) { return date(2026, 11, 16); }); };
    CHECK(on(date(2026, 11, 18))->is_met);
    CHECK_FALSE(on(date(2026, 11, 19)).has_value());
}

TEST_CASE("an officer who ends the suspension with a reason closes its breach, and one who ends half of a run does not")
{
    Exclusion run[] = {suspension(date(2026, 11, 9), 8), suspension(date(2026, 11, 13), 8)};
    const auto clock = [&] { return suspension_clock(run, by_northgate, law(), date(2026, 12, 1), {}); };
    run[0].status = ExclusionStatus::ended;
    CHECK(clock().has_value());
    run[1].status = ExclusionStatus::ended;
    CHECK_FALSE(clock().has_value());
}

TEST_CASE("a later run does not hide the breach of an earlier one")
{
    const Exclusion both[] = {suspension(date(2026, 11, 2), 14), suspension(date(2026, 11, 16), 12)};
    const FullTimeSince only_the_second = [](Date since) { return since > date(2026, 11, 12) ? std::optional{date(2026, 11, 23)} : std::nullopt; };
    CHECK(suspension_clock(both, by_northgate, law(), date(2026, 11, 24), {})->due == date(2026, 11, 9));
    const auto clock = suspension_clock(both, by_northgate, law(), date(2026, 11, 24), only_the_second);
    CHECK(clock->due == date(2026, 11, 9));
    CHECK(clock->severity == Severity::breach);
}

TEST_CASE("a suspension closed long ago needs no calendar")
{
    Exclusion old[] = {suspension(date(2019, 11, 4), 14)};
    CHECK(suspension_clock(old, by_northgate, law(), date(2026, 11, 9), {})->due == std::nullopt);
    old[0].status = ExclusionStatus::ended;
    CHECK_FALSE(suspension_clock(old, by_northgate, law(), date(2026, 11, 9), {}).has_value());
}

TEST_CASE("a run begins on a school day, even when the letter names a Saturday")
{
    const Exclusion from_saturday[] = {suspension(date(2026, 11, 7), 12)};
    CHECK(suspension_runs(from_saturday, northgate)->front().first_day == date(2026, 11, 9));
}

TEST_CASE("suspensions by two schools back to back are one run")
{
    Exclusion two[] = {suspension(date(2026, 11, 2), 6), suspension(date(2026, 11, 5), 6)};
    two[1].school_name = "Eastmoor Academy";
    CHECK(suspension_clock(two, by_northgate, law(), date(2026, 11, 5), {})->due == date(2026, 11, 9));
}

TEST_CASE("a suspension that starts at midday ends half a day later")
{
    const Exclusion from_midday[] = {suspension(date(2026, 11, 9), 2, Session::pm)};
    CHECK(suspension_runs(from_midday, northgate)->front().last_day == date(2026, 11, 10));
}

TEST_CASE("forty-five days of suspension in a school year are a warning, half a day more is a breach")
{
    std::vector<Exclusion> suspensions{suspension(date(2026, 9, 7), 59)};
    CHECK(suspension_total(suspensions, SchoolYear{2026}, law()).severity == Severity::info);
    suspensions.push_back(suspension(date(2026, 11, 9), 31));
    const auto at_limit = suspension_total(suspensions, SchoolYear{2026}, law());
    CHECK(at_limit.severity == Severity::warn);
    CHECK(at_limit.words == "45 of at most 45 school days in 2026 to 2027");
    suspensions.push_back(suspension(date(2026, 11, 30), 1));
    CHECK(suspension_total(suspensions, SchoolYear{2026}, law()).severity == Severity::breach);
    CHECK(suspension_total(suspensions, SchoolYear{2025}, law()).half_days == 0);
}

}  // namespace
}  // namespace waymark::pupils
