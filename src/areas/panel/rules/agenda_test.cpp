// The law's clocks make the order, and every place in it says why.
#include "panel/rules/agenda.hpp"

#include <doctest/doctest.h>

namespace waymark::panel {
namespace {

using referrals::ReferralId;
using referrals::Urgency;

const Date monday = date(2026, 11, 23);

ReferralId id(std::string_view name) { return {Id::from_words(name)}; }

WaitingReferral clocked(std::string name, Date due, int school_days_left)
{
    return {.referral = id(name), .reference = name, .clock = "Full-time education after exclusion", .due = due, .is_breached = school_days_left < 0,
            .school_days_left = school_days_left, .waiting_since = monday - Days{3}};
}

WaitingReferral unclocked(std::string name, int days) { return {.referral = id(name), .reference = name, .waiting_since = monday - Days{days}}; }

TEST_CASE("unmet duties come first, the longest overdue at the top; then fewest days left; then longest waiting")
{
    const auto agenda = in_order_of_the_clocks({unclocked("waits 5", 5), clocked("due in 2", date(2026, 11, 25), 2), unclocked("waits 30", 30),
                                                clocked("over by 1", date(2026, 11, 20), -1), clocked("due today", monday, 0),
                                                clocked("over by 3", date(2026, 11, 18), -3)},
                                               monday);
    const std::vector<std::string_view> expected{"over by 3", "over by 1", "due today", "due in 2", "waits 30", "waits 5"};
    REQUIRE(agenda.size() == expected.size());
    for (std::size_t place = 0; place < expected.size(); ++place) CHECK(agenda[place].referral == id(expected[place]));
}

TEST_CASE("each place says why in words")
{
    const auto agenda = in_order_of_the_clocks(
        {clocked("over", date(2026, 11, 19), -2), clocked("soon", date(2026, 11, 25), 2), clocked("today", monday, 0), unclocked("waits", 12)}, monday);
    CHECK(agenda[0].reason == "Overdue. Full-time education after exclusion was due by 19 November 2026, 2 school days ago.");
    CHECK(agenda[1].reason == "Full-time education after exclusion is due by 23 November 2026 (today).");
    CHECK(agenda[2].reason == "Full-time education after exclusion is due by 25 November 2026 (in 2 school days).");
    CHECK(agenda[3].reason == "Waiting 12 days since the authority was told.");
}

TEST_CASE("a duty of the law by one day goes before a day of the authority's own by ten")
{
    auto own = clocked("own, over by 10", date(2026, 11, 9), -10);
    own.is_breached = false;
    const auto agenda = in_order_of_the_clocks({own, clocked("due in 2", date(2026, 11, 25), 2), clocked("law, over by 1", date(2026, 11, 20), -1)}, monday);
    CHECK(agenda[0].referral == id("law, over by 1"));
    CHECK(agenda[1].referral == id("own, over by 10"));
}

TEST_CASE("an emergency goes before clocks that still run, not before a duty already unmet")
{
    auto emergency = unclocked("emergency", 1);
    emergency.urgency = Urgency::emergency;
    const auto agenda = in_order_of_the_clocks({clocked("due today", monday, 0), emergency, clocked("over", date(2026, 11, 20), -1)}, monday);
    CHECK(agenda[0].referral == id("over"));
    CHECK(agenda[1].referral == id("emergency"));
    CHECK(agenda[1].reason == "An emergency. Waiting 1 day since the authority was told.");
    CHECK(agenda[2].referral == id("due today"));
}

TEST_CASE("a clock whose calendar is missing keeps its place and says that school days are not counted")
{
    auto unknown = clocked("no calendar", date(2026, 11, 24), 0);
    unknown.school_days_left.reset();
    const auto agenda = in_order_of_the_clocks({clocked("due in 2", date(2026, 11, 25), 2), unknown}, monday);
    CHECK(agenda[0].referral == id("no calendar"));
    CHECK(agenda[0].reason ==
          "Full-time education after exclusion is due by 24 November 2026. The school’s calendar is missing, so school days are not counted.");
}

TEST_CASE("a clock whose day nobody can know goes before all that are not overdue, and says so")
{
    auto unknown = unclocked("unknown", 2);
    unknown.clock = "Full-time education after exclusion";
    const auto agenda = in_order_of_the_clocks({clocked("due in 1", date(2026, 11, 24), 1), unknown, clocked("over", date(2026, 11, 20), -1)}, monday);
    CHECK(agenda[0].referral == id("over"));
    CHECK(agenda[1].referral == id("unknown"));
    CHECK(agenda[1].reason == "Full-time education after exclusion: the school’s calendar is missing, so the day is not known.");
}

TEST_CASE("equal places are settled by the reference, whatever order they came in")
{
    const auto one = in_order_of_the_clocks({unclocked("R-B", 4), unclocked("R-A", 4)}, monday);
    const auto other = in_order_of_the_clocks({unclocked("R-A", 4), unclocked("R-B", 4)}, monday);
    CHECK(one[0].referral == id("R-A"));
    CHECK(other[0].referral == id("R-A"));
}

}  // namespace
}  // namespace waymark::panel
