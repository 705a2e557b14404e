// What governors must do about a suspension, on both sides of five and fifteen days.
#include "pupils/rules/governors_duty.hpp"

#include <doctest/doctest.h>

namespace waymark::pupils {
namespace {

const SchoolCalendar& northgate_year()
{
    static const auto year = *SchoolCalendar::make({{"Autumn 1", date(2026, 9, 2), date(2026, 10, 23)},
                                                    {"Autumn 2", date(2026, 11, 2), date(2026, 12, 18)},
                                                    {"Spring 1", date(2027, 1, 4), date(2027, 2, 12)},
                                                    {"Spring 2", date(2027, 2, 22), date(2027, 3, 25)},
                                                    {"Summer 1", date(2027, 4, 12), date(2027, 5, 28)},
                                                    {"Summer 2", date(2027, 6, 7), date(2027, 7, 21)}});
    return year;
}

const Law& law() { return law_on(date(2026, 9, 1)); }

Exclusion suspended(Date first_day, int half_days) { return {.kind = ExclusionKind::suspension, .first_day = first_day, .sessions = half_days}; }

GovernorsTask task_of(SuspensionNotice notice)
{
    if (notice.notice_on == Date{}) notice.notice_on = notice.suspension.first_day;
    return governors_task(notice, northgate_year(), law()).value();
}

TEST_CASE("fifteen days in a term are considered if the parent asks, half a day more must be")
{
    const Exclusion earlier[] = {suspended(date(2026, 9, 7), 10), suspended(date(2026, 10, 5), 10)};
    CHECK(task_of({.suspension = suspended(date(2026, 11, 9), 10), .earlier = earlier}).duty == GovernorsDuty::meet_if_asked);
    const auto over = task_of({.suspension = suspended(date(2026, 11, 9), 11), .earlier = earlier});
    CHECK(over.duty == GovernorsDuty::must_meet);
    CHECK(over.half_days_in_term == 31);
    CHECK(over.meet_by == date(2026, 11, 30));
}

TEST_CASE("five days in a term ask only for what the parent writes to be considered, half a day more for a meeting if asked")
{
    CHECK(task_of({.suspension = suspended(date(2026, 11, 9), 10), .parent_asks = true}).duty == GovernorsDuty::consider_representations);
    CHECK(task_of({.suspension = suspended(date(2026, 11, 9), 10), .parent_asks = true}).meet_by == std::nullopt);
    const auto asked = task_of({.suspension = suspended(date(2026, 11, 9), 11), .parent_asks = true});
    CHECK(asked.duty == GovernorsDuty::meet_if_asked);
    CHECK(asked.meet_by == date(2027, 2, 1));
    CHECK(task_of({.suspension = suspended(date(2026, 11, 9), 11)}).meet_by == std::nullopt);
}

TEST_CASE("a public exam missed brings the governors together, however short the suspension")
{
    const auto task = task_of({.suspension = suspended(date(2027, 5, 17), 1), .public_exam_missed = true});
    CHECK(task.duty == GovernorsDuty::must_meet);
    CHECK(task.meet_by == date(2027, 6, 14));
}

TEST_CASE("days of the term before do not count, those of the half-term before do")
{
    const Exclusion autumn[] = {suspended(date(2026, 9, 7), 30)};
    CHECK(task_of({.suspension = suspended(date(2026, 12, 14), 2), .earlier = autumn}).duty == GovernorsDuty::must_meet);
    CHECK(task_of({.suspension = suspended(date(2027, 1, 4), 2), .earlier = autumn}).duty == GovernorsDuty::consider_representations);
}

TEST_CASE("a suspension over the end of term counts in each term with its own days")
{
    CHECK(task_of({.suspension = suspended(date(2026, 12, 14), 20)}).half_days_in_term == 10);
}

TEST_CASE("a suspension that the school withdrew does not count")
{
    Exclusion earlier[] = {suspended(date(2026, 9, 7), 30)};
    earlier[0].status = ExclusionStatus::rescinded;
    CHECK(task_of({.suspension = suspended(date(2026, 11, 9), 2), .earlier = earlier}).half_days_in_term == 2);
}

TEST_CASE("two half-terms are a term, and a holiday is none")
{
    CHECK(term_of(date(2026, 9, 2), northgate_year()).value() == DateRange{date(2026, 9, 2), date(2026, 12, 18)});
    CHECK(term_of(date(2027, 3, 25), northgate_year()).value() == DateRange{date(2027, 1, 4), date(2027, 3, 25)});
    CHECK(term_of(date(2026, 12, 24), northgate_year()).value() == std::nullopt);
    CHECK(code_of(term_of(date(2027, 9, 2), northgate_year())) == "calendar.missing");
}

TEST_CASE("a school with five terms counts by 31 December, Easter Monday and 31 July")
{
    const auto five = *SchoolCalendar::make({{"1", date(2026, 9, 2), date(2026, 10, 16)},
                                             {"2", date(2026, 10, 26), date(2026, 12, 18)},
                                             {"3", date(2027, 1, 4), date(2027, 2, 26)},
                                             {"4", date(2027, 3, 8), date(2027, 4, 30)},
                                             {"5", date(2027, 5, 17), date(2027, 7, 21)}});
    CHECK(term_of(date(2027, 3, 25), five).value() == DateRange{date(2027, 1, 1), date(2027, 3, 29)});
    CHECK(term_of(date(2027, 3, 30), five).value() == DateRange{date(2027, 3, 30), date(2027, 7, 31)});
}

TEST_CASE("a year that begins in August is one year")
{
    auto parts = northgate_year().half_terms();
    parts.front().from = date(2026, 8, 27);
    const auto early = *SchoolCalendar::make(parts);
    CHECK(term_of(date(2026, 8, 27), early).value() == DateRange{date(2026, 8, 27), date(2026, 12, 18)});
}

}  // namespace
}  // namespace waymark::pupils
