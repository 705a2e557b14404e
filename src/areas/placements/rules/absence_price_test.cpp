// R51: what a contract pays for sessions to which a child did not come.
#include "placements/rules/absence_price.hpp"

#include <doctest/doctest.h>

namespace waymark::placements {
namespace {

const Date booked_monday = date(2026, 11, 2);
const Money forty_five = Money::pounds(45);

/// Both sessions of five days from Monday; the child came on Monday alone.
std::vector<BookedSession> week_with_four_days_missed()
{
    std::vector<BookedSession> sessions;
    for (int day = 0; day < 5; ++day)
        for (const Session half : {Session::am, Session::pm}) sessions.push_back({booked_monday + Days{day}, half, day == 0});
    return sessions;
}

Cost absence_cost(const std::vector<BookedSession>& sessions, AbsenceTerms terms, PriceUnit unit = PriceUnit::session)
{
    return cost_with_absence(sessions, terms, forty_five, unit, {}).value();
}

}  // namespace

TEST_CASE("a contract that pays for absence pays for every session booked, one that does not for those attended")
{
    CHECK(absence_cost(week_with_four_days_missed(), {AbsencePolicy::paid}).total == Money::pounds(450));
    CHECK(absence_cost(week_with_four_days_missed(), {AbsencePolicy::unpaid}).total == Money::pounds(90));
}

TEST_CASE("three days of an absence are paid: the third is, the fourth is not")
{
    const AbsenceTerms three{AbsencePolicy::paid_for_first_days, 3};
    CHECK(absence_cost(week_with_four_days_missed(), three).working == "8 sessions at £45");
    CHECK(absence_cost(week_with_four_days_missed(), {AbsencePolicy::paid_for_first_days, 4}).units == 10);
    CHECK(absence_cost(week_with_four_days_missed(), {AbsencePolicy::paid_for_first_days, 0}).units == 2);
    CHECK(payable_sessions(week_with_four_days_missed(), three).back().day == booked_monday + Days{3});
}

TEST_CASE("a session attended ends an absence; the next one is paid from its first day again")
{
    auto sessions = week_with_four_days_missed();
    sessions[5].attended = true;  // Wednesday afternoon
    CHECK(absence_cost(sessions, {AbsencePolicy::paid_for_first_days, 1}).units == 2 + 2 + 1 + 2);  // Monday, Tuesday, Wednesday pm, Thursday
}

TEST_CASE("days on which nothing is booked do not use up an absence")
{
    const std::vector<BookedSession> mondays{{booked_monday, Session::am, false}, {booked_monday + Days{7}, Session::am, false},
                                             {booked_monday + Days{14}, Session::am, false}};
    CHECK(absence_cost(mondays, {AbsencePolicy::paid_for_first_days, 2}).units == 2);
}

TEST_CASE("the order in which sessions are entered does not matter")
{
    auto sessions = week_with_four_days_missed();
    std::swap(sessions.front(), sessions.back());
    CHECK(absence_cost(sessions, {AbsencePolicy::paid_for_first_days, 3}).units == 8);
}

TEST_CASE("a day’s price is owed whole when the child came to half of it, and needs both its sessions")
{
    auto sessions = week_with_four_days_missed();
    sessions[3].attended = true;  // Tuesday afternoon
    CHECK(absence_cost(sessions, {AbsencePolicy::unpaid}, PriceUnit::day).working == "2 days at £45");
    CHECK(absence_cost(sessions, {AbsencePolicy::paid_for_first_days, 2}, PriceUnit::day).units == 4);
    sessions.pop_back();
    CHECK(code_of(cost_with_absence(sessions, {AbsencePolicy::unpaid}, forty_five, PriceUnit::day, {})) == "placement.day_price_needs_both_sessions");
}

TEST_CASE("a week in which nothing is payable costs nothing")
{
    auto sessions = week_with_four_days_missed();
    CHECK(absence_cost(sessions, {AbsencePolicy::unpaid}, PriceUnit::week).total == forty_five);
    for (auto& one : sessions) one.attended = false;
    CHECK(absence_cost(sessions, {AbsencePolicy::unpaid}, PriceUnit::week).total == Money{});
}

}  // namespace waymark::placements
