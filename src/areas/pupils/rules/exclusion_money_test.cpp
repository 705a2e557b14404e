// Weeks and pence of the money that follows an excluded pupil.
#include "pupils/rules/exclusion_money.hpp"

#include <doctest/doctest.h>

namespace waymark::pupils {
namespace {

const Law& law() { return law_on(date(2026, 11, 2)); }

TEST_CASE("money moves from the sixth school day after the exclusion, holidays not counted")
{
    const auto school = *SchoolCalendar::make({{"Autumn 1", date(2026, 9, 2), date(2026, 10, 23)}, {"Autumn 2", date(2026, 11, 2), date(2026, 12, 18)}});
    CHECK(money_moves_from(date(2026, 11, 2), school, law()) == date(2026, 11, 10));
    CHECK(money_moves_from(date(2026, 10, 21), school, law()) == date(2026, 11, 5));
    CHECK(code_of(money_moves_from(date(2026, 12, 11), school, law())) == "calendar.missing");
    CHECK(money_moves_from(date(2026, 12, 10), school, law()) == date(2026, 12, 18));
}

TEST_CASE("complete weeks are counted to 31 March: a day fewer is a week fewer")
{
    CHECK(funding_that_follows({.relevant_date = date(2027, 3, 25)}, law()).weeks == 1);
    CHECK(funding_that_follows({.relevant_date = date(2027, 3, 26)}, law()).weeks == 0);
    CHECK(funding_that_follows({.relevant_date = date(2027, 4, 1)}, law()).weeks == 52);
    CHECK(funding_that_follows({.relevant_date = date(2026, 11, 10)}, law()).weeks == 20);
}

TEST_CASE("twenty weeks of £5,200 a year are £2,000, and an adjustment comes on top")
{
    const auto funding = funding_that_follows({.relevant_date = date(2026, 11, 10), .a_year = Money::pounds(5200),
                                               .pupil_premium_a_year = Money::pounds(1050), .adjustment = Money::pounds(4000)}, law());
    CHECK(funding.budget == Money::pounds(6000));
    CHECK(funding.pupil_premium == Money{40385});  // 403.846…
    CHECK(funding.working == "20 complete weeks from 10 November 2026 to 31 March 2027. £5,200 x (20 / 52) + £4,000 = £6,000. "
                             "Pupil premium: £1,050 x (20 / 52) = £403.85.");
}

TEST_CASE("half a penny goes up, less than half goes down")
{
    const auto one_week_of = [](std::int64_t pence) { return funding_that_follows({.relevant_date = date(2027, 3, 25), .a_year = {pence}}, law()).budget; };
    CHECK(one_week_of(26) == Money{1});
    CHECK(one_week_of(25) == Money{0});
    CHECK(one_week_of(78) == Money{2});
}

TEST_CASE("a pupil who would have left in July is paid for until then, one excluded in November until 31 March")
{
    const auto until = [](Date relevant) { return funding_that_follows({.relevant_date = relevant, .would_leave_on = date(2027, 7, 21)}, law()); };
    CHECK(until(date(2027, 5, 10)).last_day == date(2027, 7, 21));
    CHECK(until(date(2027, 5, 10)).weeks == 10);
    CHECK(until(date(2026, 11, 10)).last_day == date(2027, 3, 31));
    CHECK(until(date(2027, 7, 22)).weeks == 0);
}

}  // namespace
}  // namespace waymark::pupils
