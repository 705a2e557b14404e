// Kept counts follow each mark and correction, agree with a count afresh, and a planted difference is found.
#include "attendance/store/counts.hpp"

#include <doctest/doctest.h>

#include "attendance/actions/correct_mark.hpp"
#include "attendance/actions/save_register.hpp"
#include "support/engines.hpp"
#include "support/placed_child.hpp"

using namespace waymark;
using namespace waymark::attendance;
using testing::for_each_engine;
using testing::World;

namespace {

const Date monday = date(2026, 11, 23);

void mark_absent(World& world, const testing::PlacedChild& kai)
{
    REQUIRE(code_of(save_register(world.context, {.setting = kai.setting, .day = monday, .session = Session::am,
                                                  .marks = {{kai.reference, {.arrival = Arrival::not_here}}}})) == "");
}

void say_that_ill(World& world, const testing::PlacedChild& kai)
{
    REQUIRE(code_of(correct_mark(world.context, {.pupil = kai.pupil, .day = monday, .seen_revision = 1,
                                                 .mark = {.arrival = Arrival::not_here, .reason = AbsenceReason::ill}, .correction = "Mum rang."})) == "");
}

std::vector<std::string> recounted(World& world, const testing::PlacedChild& kai)
{
    return world.context.read([&](Transaction& tx) { return recount(tx, kai.pupil); });
}

Counts counted_of(World& world, const testing::PlacedChild& kai, Date from, Date to)
{
    return world.context.read([&](Transaction& tx) {
        const auto settings = counts_by_setting(tx, from, to);
        REQUIRE(settings.size() == 1);
        const auto children = counts_by_pupil(tx, kai.setting, from, to);
        REQUIRE(children.size() == 1);
        CHECK(children.front().counts == settings.front().counts);
        return settings.front().counts;
    });
}

}  // namespace

TEST_CASE("a corrected mark is counted once, as what stands now")
{
    for_each_engine([](World& world) {
        const auto kai = testing::place_a_child(world, monday);
        CHECK(counted_of(world, kai, monday, monday) == Counts{.not_taken = 2});
        mark_absent(world, kai);
        CHECK(counted_of(world, kai, monday, monday) == Counts{.unauthorised = 1, .not_taken = 1});
        say_that_ill(world, kai);
        CHECK(counted_of(world, kai, monday, monday) == Counts{.authorised = 1, .not_taken = 1});
        CHECK(recounted(world, kai).empty());
    });
}

TEST_CASE("whole months and single days give the same counts")
{
    for_each_engine([](World& world) {
        const auto kai = testing::place_a_child(world, monday);
        mark_absent(world, kai);
        const Counts to_date = counted_of(world, kai, date(2026, 9, 1), monday);
        world.context.today = date(2026, 12, 20);
        CHECK(counted_of(world, kai, monday, monday) == to_date);
        CHECK(counted_of(world, kai, date(2026, 11, 1), date(2026, 11, 30)).unauthorised == 1);
        CHECK(counted_of(world, kai, date(2026, 11, 2), date(2026, 12, 6)).unauthorised == 1);
    });
}

TEST_CASE("a count that was changed by hand is found")
{
    for_each_engine([](World& world) {
        const auto kai = testing::place_a_child(world, monday);
        mark_absent(world, kai);
        world.database.lease(true)->run_script("update attendance_month set sessions = sessions + 3");
        const auto months = recounted(world, kai);
        REQUIRE(months.size() == 1);
        CHECK(months.front().ends_with("month 2026-11-01, code N: 3 sessions fewer than are kept"));
        world.database.lease(true)->run_script("update expected_session set standing_revision = 2 where standing_revision = 1");
        CHECK(recounted(world, kai).size() == 2);
    });
}
