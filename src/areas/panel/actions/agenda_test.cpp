// From the queue to a published agenda, and who may read it.
#include <doctest/doctest.h>

#include "support/panel_world.hpp"

using namespace waymark;
using namespace waymark::testing;

TEST_CASE("one step puts all that is ready on the agenda, the duty that ends first at the top; a second finds nothing new")
{
    for_each_engine([](World& world) {
        PanelWorld panel{world};
        CHECK(PanelWorld::take(add_all_ready(world.context, panel.meeting)) == 2);
        CHECK(panel.item(panel.about_kai).position == 1);  // day six of the exclusion was 23 November
        CHECK(panel.item(panel.about_sky).position == 2);
        CHECK(PanelWorld::take(add_all_ready(world.context, panel.meeting)) == 0);
    });
}

TEST_CASE("a case moved by hand stays where the clerk put it until the agenda is built again")
{
    for_each_engine([](World& world) {
        PanelWorld panel{world};
        PanelWorld::take(add_all_ready(world.context, panel.meeting));
        PanelWorld::must(move_item(world.context, panel.item(panel.about_sky).id, Direction::up));
        CHECK(panel.item(panel.about_sky).position == 1);
        PanelWorld::must(move_item(world.context, panel.item(panel.about_sky).id, Direction::up));
        CHECK(panel.item(panel.about_sky).position == 1);
        PanelWorld::take(add_all_ready(world.context, panel.meeting));
        CHECK(panel.item(panel.about_sky).position == 2);
    });
}

TEST_CASE("members see the children on the agenda once the papers are out, until the case is decided")
{
    for_each_engine([](World& world) {
        PanelWorld panel{world};
        PanelWorld::take(add_all_ready(world.context, panel.meeting));
        CHECK_FALSE(panel.sees(panel.doctor, panel.kai));
        PanelWorld::must(publish_meeting(world.context, panel.meeting, panel.now().version));
        CHECK(panel.sees(panel.doctor, panel.kai));
        CHECK(code_of(publish_meeting(world.context, panel.meeting, panel.now().version)) == "panel.already_published");
        PanelWorld::must(defer_item(world.context, panel.item(panel.about_kai).id, "The family asked for another day."));
        world.context.today += Days{1};
        CHECK_FALSE(panel.sees(panel.doctor, panel.kai));
        CHECK(panel.sees(panel.doctor, panel.sky));
    });
}

TEST_CASE("a member with a conflict is not counted and their organisation no longer reads that case")
{
    for_each_engine([](World& world) {
        PanelWorld panel{world};
        panel.build_and_publish();
        CHECK(code_of(declare_conflict(world.context, {panel.item(panel.about_kai).id, panel.member("Dr Sam Okoro"), " "})) == "panel.conflict_reason_missing");
        PanelWorld::must(declare_conflict(world.context, {panel.item(panel.about_kai).id, panel.member("Dr Sam Okoro"), "Treats Kai's brother"}));
        CHECK(code_of(declare_conflict(world.context, {panel.item(panel.about_kai).id, panel.member("Dr Sam Okoro"), "Again"})) == "panel.conflict_already");
        world.context.today += Days{1};
        CHECK_FALSE(panel.sees(panel.doctor, panel.kai));
        CHECK(panel.sees(panel.doctor, panel.sky));
    });
}

TEST_CASE("a deferred case goes back to the queue, with its reason, and can be taken up again")
{
    for_each_engine([](World& world) {
        PanelWorld panel{world};
        panel.build_and_publish();
        const auto item = panel.item(panel.about_sky).id;
        CHECK(code_of(defer_item(world.context, item, "")) == "panel.defer_reason_missing");
        PanelWorld::must(defer_item(world.context, item, "The school's report is missing."));
        CHECK(panel.item(panel.about_sky).deferred_reason == "The school's report is missing.");
        CHECK(code_of(defer_item(world.context, item, "Twice")) == "panel.item_not_waiting");
        PanelWorld::must(add_to_agenda(world.context, panel.meeting, panel.about_sky));
        CHECK(panel.item(panel.about_sky).state == ItemState::waiting);
        CHECK(code_of(add_to_agenda(world.context, panel.meeting, panel.about_sky)) == "panel.on_other_agenda");
    });
}

TEST_CASE("an empty agenda is not published, and a meeting is not planned in the past")
{
    for_each_engine([](World& world) {
        PanelWorld panel{world};
        CHECK(code_of(publish_meeting(world.context, panel.meeting, panel.now().version)) == "panel.agenda_empty");
        const auto wrong = create_meeting(world.context, {.panel = panel.panel, .on_day = date(2026, 11, 22), .starts = "nine", .place = "", .chair = {}});
        for (const auto* code : {"panel.meeting_in_past", "panel.place_missing", "panel.time_not_understood"}) CHECK(wrong.error().has(code));
    });
}

TEST_CASE("who is here is recorded on the day, with a chair among them, and never over somebody else's change")
{
    for_each_engine([](World& world) {
        PanelWorld panel{world};
        const int seen = panel.now().version;
        const auto chair = panel.member("Margaret Oduya");
        CHECK(code_of(record_attendance(world.context, {panel.meeting, seen, {chair}, chair})) == "panel.meeting_not_yet");
        world.context.today = date(2026, 11, 26);
        CHECK(code_of(record_attendance(world.context, {panel.meeting, seen, {panel.member("Helen Marsh")}, chair})) == "panel.chair_absent");
        PanelWorld::must(record_attendance(world.context, {panel.meeting, seen, {chair}, chair}));
        const auto twice = record_attendance(world.context, {panel.meeting, seen, {chair}, chair});
        CHECK(twice.error().kind() == ProblemKind::stale);
    });
}
