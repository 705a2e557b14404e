// R28 over the days to come: what a plan, a birthday or a provider's own word changes while nobody touches a timetable.
#include "placements/actions/watch_registration.hpp"

#include <algorithm>

#include "placements/actions/made_up_road_test.hpp"
#include "platform/audit/trail.hpp"
#include "tasks/store/tasks.hpp"

namespace waymark::placements {
namespace {

using namespace waymark::testing;

LookedAhead look(Road& road)
{
    LookedAhead found;
    const auto done = road.context.in_transaction([&](Transaction& tx) -> Result<void> {
        found = look_ahead_at_registration(tx);
        return {};
    });
    REQUIRE(code_of(done) == "");
    return found;
}

std::vector<tasks::Task> breach_tasks(Road& road, const Road::Setting& setting)
{
    auto open = road.read([&](Transaction& tx) { return tasks::open_tasks_about(tx, setting.provider.value); });
    std::erase_if(open, [](const tasks::Task& task) { return task.kind != "registration_breach"; });
    return open;
}

void give_plan(Road& road, Date from, pupils::SenProvision provision = pupils::SenProvision::ehcp)
{
    const auto done = road.context.in_transaction([&](Transaction& tx) -> Result<void> {
        pupils::insert_sen_record(tx, road.kai, {.provision = provision, .primary_need = "SEMH", .days = {from, {}}});
        return {};
    });
    REQUIRE(code_of(done) == "");
}

Result<void> declare(Road& road, const Road::Setting& setting, Date from, int full_time, int vulnerable = 0)
{
    return declare_children(road.context, {setting.provider, {.from = from, .children = {full_time, vulnerable}, .told_by = "Tess Oakley"}});
}

WatchedProvider watched(Road& road, const Road::Setting& setting)
{
    const auto found = road.read([&](Transaction& tx) { return watched_provider(tx, setting.provider); });
    REQUIRE(found.has_value());
    return *found;
}

}  // namespace

TEST_CASE("R28: a plan that becomes final while a child is placed is seen before the day, and is somebody’s task once")
{
    for_each_engine([](World& world) {
        Road road{world};
        REQUIRE(code_of(road.accept(road.farm, road.offer_to(road.farm, road.kai))) == "");
        CHECK(look(road).over_or_coming == 0);
        CHECK(breach_tasks(road, road.farm).empty());

        give_plan(road, date(2027, 1, 11));
        CHECK(look(road).over_or_coming == 1);
        CHECK(look(road).over_or_coming == 1);
        const auto tasks = breach_tasks(road, road.farm);
        REQUIRE(tasks.size() == 1);
        CHECK(tasks.front().due_on == date(2027, 1, 11));
        CHECK(tasks.front().severity == Severity::warn);
        CHECK(tasks.front().role == Role::commissioner);
        CHECK(watched(road, road.farm).days.breach_from == date(2027, 1, 11));

        road.context.today = date(2027, 1, 18);
        look(road);
        REQUIRE(breach_tasks(road, road.farm).size() == 1);
        CHECK(breach_tasks(road, road.farm).front().id == tasks.front().id);  // as old as the breach
    });
}

TEST_CASE("R28: the task goes when no day ahead is over the line any more")
{
    for_each_engine([](World& world) {
        Road road{world};
        REQUIRE(code_of(road.accept(road.farm, road.offer_to(road.farm, road.kai))) == "");
        give_plan(road, date(2026, 12, 1));
        look(road);
        REQUIRE(breach_tasks(road, road.farm).size() == 1);
        give_plan(road, date(2026, 12, 1), pupils::SenProvision::support);  // the plan was entered by mistake
        road.sql("delete from sen_record where provision = 'ehcp'");
        look(road);
        CHECK(breach_tasks(road, road.farm).empty());
    });
}

TEST_CASE("R28: what the provider tells counts from its day until it says otherwise; four full-time children are near the line, five are over it")
{
    for_each_engine([](World& world) {
        Road road{world};
        REQUIRE(code_of(declare(road, road.farm, date(2026, 12, 1), 4)) == "");
        CHECK_FALSE(watched(road, road.farm).days.breach_from);
        CHECK(watched(road, road.farm).days.warn_from == date(2026, 12, 1));
        CHECK(breach_tasks(road, road.farm).empty());
        REQUIRE(code_of(declare(road, road.farm, date(2026, 12, 14), 5)) == "");
        REQUIRE(code_of(declare(road, road.farm, date(2027, 1, 4), 0)) == "");
        const auto days = watched(road, road.farm).days;
        CHECK(days.breach_from == date(2026, 12, 14));
        CHECK(std::ranges::count(days.stretches, ThresholdLevel::breach, &RegistrationStretch::level) == 1);
        CHECK(days.stretches.back().level == ThresholdLevel::clear);
        CHECK(days.stretches.back().from == date(2027, 1, 4));
        REQUIRE(breach_tasks(road, road.farm).size() == 1);
        CHECK(breach_tasks(road, road.farm).front().due_on == date(2026, 12, 14));
        // The same day said again replaces what was said.
        road.context.now += std::chrono::seconds{1};
        REQUIRE(code_of(declare(road, road.farm, date(2026, 12, 14), 4)) == "");
        CHECK_FALSE(watched(road, road.farm).days.breach_from);
        CHECK(breach_tasks(road, road.farm).empty());
    });
}

TEST_CASE("R28: a child is not placed where four others of whom only the provider told make five")
{
    for_each_engine([](World& world) {
        Road road{world};
        REQUIRE(code_of(declare(road, road.farm, date(2026, 11, 23), 4)) == "");
        const auto offer = road.offer_to(road.farm, road.kai);
        CHECK(code_of(road.accept(road.farm, offer)) == "placement.registration_threshold");
        road.context.now += std::chrono::seconds{1};
        REQUIRE(code_of(declare(road, road.farm, date(2026, 11, 23), 3)) == "");
        CHECK(code_of(road.accept(road.farm, offer)) == "");
    });
}

TEST_CASE("a provider speaks for itself only, and a registered school is not watched")
{
    for_each_engine([](World& world) {
        Road road{world};
        road.context.who = road.motors.manager;
        CHECK(code_of(declare(road, road.farm, date(2026, 12, 1), 1)) == "directory.no_such_provider");
        CHECK(code_of(declare(road, road.motors, date(2026, 12, 1), 1)) == "");
        CHECK(road.read([](Transaction& tx) { return watched_providers(tx); }).size() == 1);
        road.context.who = road.priya;
        CHECK(road.read([](Transaction& tx) { return watched_providers(tx); }).size() == 2);
        road.sql("update provider set registration = 'independent_school' where organisation_id = '" + road.farm.provider.text() + "'");
        CHECK(code_of(declare(road, road.farm, date(2026, 12, 1), 1)) == "registration.is_school");
        CHECK(look(road).providers == 1);
    });
}

TEST_CASE("numbers that cannot be, a day too far ahead and nobody who said so are refused, each in words")
{
    for_each_engine([](World& world) {
        Road road{world};
        CHECK(code_of(declare(road, road.farm, date(2026, 12, 1), 2, 3)) == "registration.numbers");
        CHECK(code_of(declare(road, road.farm, date(2026, 12, 1), -1)) == "registration.numbers");
        CHECK(code_of(declare(road, road.farm, date(2026, 12, 1), 2, 2)) == "");
        CHECK(code_of(declare(road, road.farm, world.context.today + Days{366}, 1)) == "");
        CHECK(code_of(declare(road, road.farm, world.context.today + Days{367}, 1)) == "registration.too_far_ahead");
        CHECK(code_of(declare_children(road.context, {road.farm.provider, {.from = date(2026, 12, 1), .children = {1, 0}, .told_by = " "}})) == "registration.told_by_missing");
    });
}

TEST_CASE("a report to the inspectorate stands with its day, and in the trail")
{
    for_each_engine([](World& world) {
        Road road{world};
        CHECK(code_of(report_registration(road.context, road.farm.provider, {.on = date(2026, 11, 24), .words = "By telephone"})) == "registration.reported_in_future");
        CHECK(code_of(report_registration(road.context, road.farm.provider, {.on = date(2026, 11, 23), .words = ""})) == "registration.words_missing");
        REQUIRE(code_of(report_registration(road.context, road.farm.provider, {.on = date(2026, 11, 23), .words = "By telephone, reference 12"})) == "");
        const auto reports = watched(road, road.farm).reports;
        REQUIRE(reports.size() == 1);
        CHECK(reports.front().on == date(2026, 11, 23));
        CHECK(reports.front().entered_by == "Priya Raman");
        const auto events = road.read([&](Transaction& tx) { return audit::history(tx, road.farm.provider.value); });
        CHECK(std::ranges::count(events, std::string{"reported_as_school"}, [](const auto& event) { return event.verb; }) == 1);
    });
}

}  // namespace waymark::placements
