// Which clocks run for a referral, and which comes first.
#include "referrals/rules/clocks.hpp"

#include <doctest/doctest.h>

namespace waymark::referrals {
namespace {

using pupils::Exclusion;
using pupils::ExclusionKind;

const SchoolCalendar northgate = *SchoolCalendar::make({{"Autumn 2", date(2026, 11, 2), date(2026, 12, 18)}});
const pupils::CountedBy by_northgate{northgate, "Northgate Academy"};
const Date monday = date(2026, 11, 23);
const Law& law() { return law_on(monday); }

TEST_CASE("an excluded child has three clocks, and the first due comes first")
{
    const Exclusion excluded[] = {{.kind = ExclusionKind::permanent, .first_day = date(2026, 11, 18)}};
    const auto clocks = clocks_of({.today = monday, .authority_told_on = date(2026, 11, 19), .state = State::submitted, .exclusions = excluded},
                                  by_northgate, by_northgate, law());
    REQUIRE(clocks.size() == 3);
    CHECK(clocks[0].rule == "R6");
    CHECK(clocks[0].due == date(2026, 11, 25));
    CHECK(clocks[1].due == date(2026, 11, 26));
    CHECK(clocks[2].due == date(2026, 12, 10));
}

TEST_CASE("a draft has only the law's clocks, and a withdrawn referral none")
{
    const Exclusion excluded[] = {{.kind = ExclusionKind::permanent, .first_day = date(2026, 11, 18)}};
    CHECK(clocks_of({.today = monday, .exclusions = excluded}, by_northgate, by_northgate, law()).size() == 1);
    CHECK(clocks_of({.today = monday, .authority_told_on = monday, .state = State::withdrawn, .exclusions = excluded}, by_northgate,
                    by_northgate, law()).empty());
}

TEST_CASE("a decision stops the first clock and leaves the second running")
{
    const auto clocks = clocks_of({.today = monday, .authority_told_on = date(2026, 11, 9), .decided_on = date(2026, 11, 13), .state = State::decided},
                                  by_northgate, by_northgate, law());
    REQUIRE(clocks.size() == 2);
    CHECK(clocks[0].due == date(2026, 11, 30));
    CHECK(clocks[1].is_met);
}

TEST_CASE("a looked-after child has the earlier target too")
{
    const Exclusion excluded[] = {{.kind = ExclusionKind::permanent, .first_day = date(2026, 11, 18)}};
    const auto clocks = clocks_of({.today = monday, .exclusions = excluded, .looked_after_or_social_worker = true}, by_northgate, by_northgate, law());
    REQUIRE(clocks.size() == 2);
    CHECK(clocks[0].rule == "R10");
}

TEST_CASE("a referral shows the day six of a run of suspensions that ended without education")
{
    const Exclusion eight_days[] = {{.kind = ExclusionKind::suspension, .first_day = date(2026, 11, 9), .sessions = 16}};
    const auto clocks = clocks_of({.today = monday, .exclusions = eight_days}, by_northgate, by_northgate, law());
    REQUIRE(clocks.size() == 1);
    CHECK(clocks[0].rule == "R7");
    CHECK(clocks[0].severity == Severity::breach);
}

}  // namespace
}  // namespace waymark::referrals
