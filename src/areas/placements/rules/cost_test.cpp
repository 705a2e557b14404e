// The price of a week, a day, a session: whole pence, only for sessions that take place.
#include "placements/rules/cost.hpp"

#include <doctest/doctest.h>

#include "foundation/enum_text.hpp"

namespace waymark::placements {
namespace {

SchoolCalendar year()
{
    return SchoolCalendar::make({{"Autumn 1", date(2026, 9, 1), date(2026, 10, 23)}, {"Autumn 2", date(2026, 11, 2), date(2026, 12, 18)},
                                 {"Spring 1", date(2027, 1, 4), date(2027, 2, 12)}})
        .value();
}

std::vector<ExpectedOn> two_mondays_and_a_tuesday_morning()
{
    return {{date(2026, 11, 2), Session::am, ""}, {date(2026, 11, 2), Session::pm, ""}, {date(2026, 11, 9), Session::am, ""},
            {date(2026, 11, 9), Session::pm, ""}, {date(2026, 11, 10), Session::am, ""}};
}

}  // namespace

TEST_CASE("sessions cost their price each")
{
    const auto cost = cost_of(two_mondays_and_a_tuesday_morning(), Money{4550}, PriceUnit::session, year()).value();
    CHECK(cost.total == Money{22750});
    CHECK(cost.working == "5 sessions at £45.50");
}

TEST_CASE("a day rate needs both sessions of the day")
{
    auto sessions = two_mondays_and_a_tuesday_morning();
    CHECK(code_of(cost_of(sessions, Money::pounds(90), PriceUnit::day, year())) == "placement.day_price_needs_both_sessions");
    sessions.pop_back();
    CHECK(cost_of(sessions, Money::pounds(90), PriceUnit::day, year()).value().total == Money::pounds(180));
}

TEST_CASE("a week costs once however many sessions it has")
{
    CHECK(cost_of(two_mondays_and_a_tuesday_morning(), Money::pounds(300), PriceUnit::week, year()).value().units == 2);
}

TEST_CASE("both halves of autumn are one term, January begins another")
{
    std::vector<ExpectedOn> sessions{{date(2026, 10, 5), Session::am, ""}, {date(2026, 11, 2), Session::am, ""}};
    CHECK(cost_of(sessions, Money::pounds(1000), PriceUnit::term, year()).value().units == 1);
    sessions.push_back({date(2027, 1, 4), Session::am, ""});
    CHECK(cost_of(sessions, Money::pounds(1000), PriceUnit::term, year()).value().total == Money::pounds(2000));
}

TEST_CASE("no session, no cost")
{
    for (const auto unit : enum_values<PriceUnit>()) CHECK(cost_of({}, Money::pounds(50), unit, year()).value().total == Money{});
}

TEST_CASE("a timetable priced by the day names the half day that is missing")
{
    const std::vector<WeekdaySession> half{{Weekday::monday, Session::am}};
    const auto problems = problems_with_price(half, PriceUnit::day);
    REQUIRE(problems.size() == 1);
    CHECK(problems.front().message == "The price is by the day. Choose Monday afternoon too, or agree a price for a session.");
    CHECK(problems_with_price(half, PriceUnit::session).empty());
}

TEST_CASE("the financial year ends on 31 March, which belongs to it")
{
    CHECK(financial_year_end(date(2027, 3, 31)) == date(2027, 3, 31));
    CHECK(financial_year_end(date(2027, 4, 1)) == date(2028, 3, 31));
}

TEST_CASE("a place over the end of March binds two financial years, and closed days cost nothing")
{
    const auto open = *SchoolCalendar::make({{"Spring 2", date(2027, 2, 22), date(2027, 4, 23)}}, {{.day = date(2027, 3, 23)}});
    const std::vector<TimetabledSession> tuesday{{.when = {Weekday::tuesday, Session::am}, .in_force = {date(2027, 2, 22), {}}},
                                                 {.when = {Weekday::tuesday, Session::pm}, .in_force = {date(2027, 2, 22), {}}}};
    const auto bound = commitment(tuesday, {date(2027, 3, 16), date(2027, 4, 13)}, Money::pounds(90), PriceUnit::day, open);
    REQUIRE(bound.has_value());
    CHECK(bound->to_year_end.working == "2 days at £90");  // 16 and 30 March; the 23rd is closed
    CHECK(bound->to_end.total == Money::pounds(4 * 90));
    const auto within = commitment(tuesday, {date(2027, 3, 16), date(2027, 3, 30)}, Money::pounds(90), PriceUnit::day, open);
    CHECK(within->to_year_end.total == within->to_end.total);
}

}  // namespace waymark::placements
