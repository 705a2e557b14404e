// School days: what counts, what does not, and what nobody knows.
#include "vocabulary/school_calendar.hpp"

#include <doctest/doctest.h>

namespace waymark {
namespace {

/// The school year of Harrowdale's schools, with one training day and one closure.
SchoolCalendar harrowdale()
{
    return *SchoolCalendar::make({{"Autumn 1", date(2026, 9, 2), date(2026, 10, 23)}, {"Autumn 2", date(2026, 11, 2), date(2026, 12, 18)},
                                  {"Spring 1", date(2027, 1, 4), date(2027, 2, 12)}, {"Spring 2", date(2027, 2, 22), date(2027, 3, 25)},
                                  {"Summer 1", date(2027, 4, 12), date(2027, 5, 28)}, {"Summer 2", date(2027, 6, 7), date(2027, 7, 21)}},
                                 {{date(2026, 9, 2), ClosureKind::inset, "Staff training"}, {date(2026, 11, 23), ClosureKind::closure, "Polling day"}});
}

}  // namespace

TEST_CASE("a school day is a weekday in term that is no closure, training day or bank holiday")
{
    const auto school = harrowdale();
    CHECK(school.is_school_day(date(2026, 11, 20)) == true);    // Friday
    CHECK(school.is_school_day(date(2026, 11, 21)) == false);   // Saturday
    CHECK(school.is_school_day(date(2026, 11, 23)) == false);   // polling day
    CHECK(school.is_school_day(date(2026, 9, 2)) == false);     // staff training
    CHECK(school.is_school_day(date(2026, 9, 3)) == true);
    CHECK(school.is_school_day(date(2027, 5, 3)) == false);     // bank holiday in term
    CHECK(school.is_school_day(date(2026, 10, 26)) == false);   // half-term holiday
}

TEST_CASE("a school that says so meets on a bank holiday; a closure on the same day counts more")
{
    const Date early_may = date(2027, 5, 3);
    const std::vector<HalfTerm> summer{{"Summer 1", date(2027, 4, 12), date(2027, 5, 28)}};
    const auto on_early_may = [&](std::vector<Closure> closures) { return SchoolCalendar::make(summer, std::move(closures))->is_school_day(early_may); };
    CHECK(on_early_may({}) == false);
    CHECK(on_early_may({{early_may, ClosureKind::open_on_bank_holiday, "May Day"}}) == true);
    CHECK(on_early_may({{early_may, ClosureKind::open_on_bank_holiday, "May Day"}, {early_may, ClosureKind::inset, "Training"}}) == false);
    CHECK(on_early_may({{early_may, ClosureKind::bank_holiday, "Proclaimed"}, {early_may, ClosureKind::open_on_bank_holiday, "May Day"}}) == true);
}

TEST_CASE("an unplanned closure is no school day, and its sessions stay planned")
{
    const std::vector<HalfTerm> week{{"One week", date(2027, 1, 18), date(2027, 1, 22)}};
    const auto snowed_in = *SchoolCalendar::make(week, {{date(2027, 1, 20), ClosureKind::unplanned_closure, "Snow"}});
    CHECK(snowed_in.is_school_day(date(2027, 1, 20)) == false);
    CHECK(snowed_in.planned_sessions(SchoolYear{2026}) == 10);
    CHECK(SchoolCalendar::make(week, {{date(2027, 1, 20), ClosureKind::closure, "Polling"}})->planned_sessions(SchoolYear{2026}) == 8);
}

TEST_CASE("beyond its terms a calendar does not guess")
{
    const auto school = harrowdale();
    CHECK(code_of(school.is_school_day(date(2026, 9, 1))) == "calendar.missing");
    CHECK(code_of(school.is_school_day(date(2027, 7, 22))) == "calendar.missing");
    CHECK(code_of(SchoolCalendar{}.is_school_day(date(2026, 11, 23))) == "calendar.missing");
    CHECK(school.is_school_day(date(2027, 7, 21)) == true);
}

TEST_CASE("a gap too long for a holiday is a half-term that nobody entered")
{
    const auto no_spring = *SchoolCalendar::make({{"Autumn 2", date(2026, 11, 2), date(2026, 12, 18)}, {"Summer 1", date(2027, 4, 12), date(2027, 5, 28)}});
    CHECK(code_of(no_spring.is_school_day(date(2027, 2, 1))) == "calendar.missing");
    CHECK(code_of(no_spring.add_school_days(date(2026, 12, 17), 2)) == "calendar.missing");
    CHECK(no_spring.add_school_days(date(2026, 12, 17), 1) == date(2026, 12, 18));
    const auto over_summer = *SchoolCalendar::make({{"Summer 2", date(2026, 6, 8), date(2026, 7, 21)}, {"Autumn 1", date(2026, 9, 2), date(2026, 10, 23)}});
    CHECK(over_summer.is_school_day(date(2026, 8, 3)) == false);
}

TEST_CASE("the sixth school day from a Monday is the next Monday")
{
    CHECK(harrowdale().nth_school_day(date(2026, 11, 2), 6) == date(2026, 11, 9));
    CHECK(harrowdale().nth_school_day(date(2026, 11, 2), 1) == date(2026, 11, 2));
    CHECK(code_of(harrowdale().nth_school_day(date(2026, 11, 2), 0)) == "calendar.no_such_count");
}

TEST_CASE("counting over a half-term skips it, and from a day off starts at the next school day")
{
    const auto school = harrowdale();
    CHECK(school.nth_school_day(date(2026, 10, 21), 6) == date(2026, 11, 4));
    CHECK(school.nth_school_day(date(2026, 10, 24), 1) == date(2026, 11, 2));
    CHECK(code_of(school.nth_school_day(date(2027, 7, 19), 4)) == "calendar.missing");
    CHECK(school.nth_school_day(date(2027, 7, 19), 3) == date(2027, 7, 21));
}

TEST_CASE("school days are added forwards and back, not counting the day itself")
{
    const auto school = harrowdale();
    CHECK(school.add_school_days(date(2026, 11, 20), 1) == date(2026, 11, 24));
    CHECK(school.add_school_days(date(2026, 11, 24), -2) == date(2026, 11, 19));
    CHECK(school.add_school_days(date(2026, 11, 21), 0) == date(2026, 11, 21));
    CHECK(code_of(school.add_school_days(date(2026, 9, 3), -1)) == "calendar.missing");
}

TEST_CASE("school days between two days include both")
{
    const auto school = harrowdale();
    CHECK(school.school_days_between(date(2026, 11, 20), date(2026, 11, 24)) == 2);
    CHECK(school.school_days_between(date(2026, 11, 20), date(2026, 11, 20)) == 1);
    CHECK(school.school_days_between(date(2026, 11, 24), date(2026, 11, 20)) == 0);
    CHECK(code_of(school.school_days_between(date(2027, 7, 21), date(2027, 7, 22))) == "calendar.missing");
}

TEST_CASE("a day knows its half-term; a holiday has none")
{
    const auto school = harrowdale();
    CHECK((*school.half_term(date(2026, 10, 23)))->name == "Autumn 1");
    CHECK((*school.half_term(date(2026, 11, 21)))->name == "Autumn 2");
    CHECK(*school.half_term(date(2026, 10, 24)) == std::nullopt);
    CHECK(code_of(school.half_term(date(2027, 8, 1))) == "calendar.missing");
}

TEST_CASE("planned sessions are two a school day")
{
    const auto week = *SchoolCalendar::make({{"Autumn 2", date(2026, 11, 2), date(2026, 11, 8)}});
    CHECK(week.planned_sessions(SchoolYear{2026}) == 10);
    CHECK(week.planned_sessions(SchoolYear{2025}) == 0);
    CHECK(harrowdale().planned_sessions(SchoolYear{2026}) >= 380 - 10);
}

TEST_CASE("half-terms that overlap or run backwards are refused")
{
    CHECK(code_of(SchoolCalendar::make({{"One", date(2026, 9, 2), date(2026, 10, 23)}, {"Two", date(2026, 10, 23), date(2026, 12, 18)}})) == "calendar.overlap");
    CHECK(SchoolCalendar::make({{"Two", date(2026, 10, 24), date(2026, 12, 18)}, {"One", date(2026, 9, 2), date(2026, 10, 23)}}));
    CHECK(code_of(SchoolCalendar::make({{"One", date(2026, 10, 23), date(2026, 9, 2)}})) == "calendar.backwards");
}

}  // namespace waymark
