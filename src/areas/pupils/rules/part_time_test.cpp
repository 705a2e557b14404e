// Part-time education: on health grounds, and as a school's reduced timetable.
#include "pupils/rules/part_time.hpp"

#include <doctest/doctest.h>

namespace waymark::pupils {
namespace {

const Law& law_for_timetables() { return law_on(date(2026, 11, 23)); }

const SchoolCalendar& until_christmas()
{
    static const SchoolCalendar school = *SchoolCalendar::make({{"Autumn 2", date(2026, 11, 2), date(2026, 12, 18)}});
    return school;
}

ReducedTimetable agreed() { return {.from = date(2026, 11, 2), .to = date(2026, 12, 11), .parent_agreed_on = date(2026, 10, 30)}; }

TimetableWatch on(const ReducedTimetable& timetable, Date today) { return watch(timetable, until_christmas(), law_for_timetables(), today).value(); }

TEST_CASE("part-time on health grounds is lawful with all six parts, and without any one of them it has no basis")
{
    const PartTimeOnHealthGrounds whole{.full_time_not_in_best_interests = true, .reason = "Fatigue after treatment",
                                        .basis = "Letter of the paediatrician", .minutes_a_week = 600,
                                        .plan_to_increase = "Two sessions more each month", .review_on = date(2026, 12, 14)};
    CHECK(missing_from(whole).empty());
    auto without_basis = whole;
    without_basis.basis = "  ";
    CHECK(missing_from(without_basis) == std::vector{PartTimePart::basis});
    auto without_hours = whole;
    without_hours.minutes_a_week = 0;
    CHECK(missing_from(without_hours) == std::vector{PartTimePart::hours});
    CHECK(missing_from({}).size() == 6);
}

TEST_CASE("a reduced timetable that starts on a Monday is reviewed within two weeks and ends within six")
{
    const auto found = on(agreed(), date(2026, 11, 2));
    CHECK(found.days_running == 1);
    CHECK(found.next_review == date(2026, 11, 16));
    CHECK(found.latest_end == date(2026, 12, 11));
    CHECK(found.severity == Severity::info);
}

TEST_CASE("the review is not overdue on its last day, it is the day after, and one that was held moves the next")
{
    CHECK(on(agreed(), date(2026, 11, 16)).severity == Severity::info);
    CHECK(on(agreed(), date(2026, 11, 17)).faults == std::vector{TimetableFault::review_overdue});
    CHECK(on(agreed(), date(2026, 11, 17)).severity == Severity::warn);
    auto reviewed = agreed();
    reviewed.reviews = {date(2026, 11, 16)};
    CHECK(on(reviewed, date(2026, 11, 17)).next_review == date(2026, 11, 30));
}

TEST_CASE("an end on the thirtieth school day is in order, a day later is too late, and none at all is a breach")
{
    auto timetable = agreed();
    timetable.to = date(2026, 12, 14);
    CHECK(on(timetable, date(2026, 11, 3)).faults == std::vector{TimetableFault::end_too_late});
    CHECK(on(timetable, date(2026, 11, 3)).severity == Severity::warn);
    timetable.to = std::nullopt;
    CHECK(on(timetable, date(2026, 11, 3)).severity == Severity::breach);
}

TEST_CASE("a reduced timetable that runs on after its end is a breach, on its last day it is not")
{
    auto timetable = agreed();
    timetable.reviews = {date(2026, 11, 16), date(2026, 11, 30)};
    CHECK(on(timetable, date(2026, 12, 11)).severity == Severity::info);
    CHECK(on(timetable, date(2026, 12, 14)).faults == std::vector{TimetableFault::past_its_end});
}

TEST_CASE("a reduced timetable without the parent's agreement is a breach, and so is one agreed only later")
{
    auto timetable = agreed();
    timetable.parent_agreed_on = date(2026, 11, 5);
    CHECK(on(timetable, date(2026, 11, 4)).severity == Severity::breach);
    CHECK(on(timetable, date(2026, 11, 5)).severity == Severity::info);
}

TEST_CASE("the first renewal is the school's own, the second goes to an officer of the authority")
{
    auto timetable = agreed();
    timetable.renewals = 1;
    CHECK_FALSE(on(timetable, date(2026, 11, 3)).needs_officer);
    timetable.renewals = 2;
    CHECK(on(timetable, date(2026, 11, 3)).severity == Severity::breach);
    timetable.officer_agreed_on = date(2026, 10, 30);
    CHECK(on(timetable, date(2026, 11, 3)).severity == Severity::info);
}

TEST_CASE("without next term's dates the end of a reduced timetable is not known")
{
    auto late = agreed();
    late.from = date(2026, 12, 7);
    CHECK(code_of(watch(late, until_christmas(), law_for_timetables(), date(2026, 12, 8))) == "calendar.missing");
}

}  // namespace
}  // namespace waymark::pupils
