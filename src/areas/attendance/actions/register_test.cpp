// Taking and correcting a register on both engines: written once, refused in words, and the roll school told.
#include <algorithm>

#include <doctest/doctest.h>

#include "attendance/actions/correct_mark.hpp"
#include "attendance/actions/open_register.hpp"
#include "attendance/actions/save_register.hpp"
#include "attendance/store/absence.hpp"
#include "platform/audit/view_log.hpp"
#include "pupils/store/access.hpp"
#include "support/engines.hpp"
#include "support/placed_child.hpp"
#include "tasks/store/tasks.hpp"

using namespace waymark;
using namespace waymark::attendance;
using testing::for_each_engine;
using testing::World;

namespace {

const Date monday = date(2026, 11, 23);

/// Kai is expected at Greenways Farm on Monday morning and afternoon; Millbrook has the roll.
SaveRegister morning_with(const testing::PlacedChild& kai, ProposedMark mark)
{
    return {.setting = kai.setting, .day = monday, .session = Session::am, .marks = {{kai.reference, mark}}};
}

std::vector<Revision> marks_of(World& world, const testing::PlacedChild& kai)
{
    return world.context.read([&](Transaction& tx) { return all_revisions(tx, kai.pupil, monday, Session::am); });
}

std::vector<tasks::Task> tasks_of(World& world, const testing::PlacedChild& kai)
{
    return world.context.read([&](Transaction& tx) { return tasks::open_tasks_of_pupil(tx, kai.pupil.value); });
}

}  // namespace

TEST_CASE("a register sent twice is written once")
{
    for_each_engine([](World& world) {
        const auto kai = testing::place_a_child(world, monday);
        const auto first = save_register(world.context, morning_with(kai, {.arrival = Arrival::here}));
        REQUIRE(code_of(first) == "");
        CHECK(first->saved == 1);
        CHECK(first->left == 0);
        const auto again = save_register(world.context, morning_with(kai, {.arrival = Arrival::here}));
        REQUIRE(code_of(again) == "");
        CHECK(again->saved == 0);
        CHECK(again->already_there == 1);
        CHECK(marks_of(world, kai).size() == 1);
        CHECK(marks_of(world, kai).front().mark.code == "K");
    });
}

TEST_CASE("opening a register is a look at the record of each child on it, and of no other")
{
    for_each_engine([](World& world) {
        const auto kai = testing::place_a_child(world, monday);
        const auto looks = [&] { return world.context.read([&](Transaction& tx) { return audit::views_of(tx, kai.pupil.value, world.context.now + std::chrono::hours{1}); }); };
        world.context.who.organisation = kai.school;
        CHECK(open_register(world.context, monday, Session::am)->empty());
        CHECK(looks().empty());
        world.context.who.organisation = kai.setting;
        REQUIRE(open_register(world.context, monday, Session::am)->size() == 1);
        REQUIRE(looks().size() == 1);
        CHECK(looks().front().what == "register");
    });
}

TEST_CASE("the register of a child who has left can be finished for two weeks, to the day, and is closed to the setting after that")
{
    for_each_engine([](World& world) {
        const auto kai = testing::place_a_child(world, monday);
        const auto left = world.context.in_transaction([&](Transaction& tx) -> Result<void> {
            pupils::end_access(tx, pupils::AccessKind::placed, kai.placement.value, monday);
            return {};
        });
        REQUIRE(code_of(left) == "");
        const auto children_on = [&](Date register_of, Date today) {
            world.context.today = today;
            return world.context.read([&](Transaction& tx) { return register_rows(tx, kai.setting, register_of, Session::am).size(); });
        };
        const auto to_finish = [&] { return world.context.read([&](Transaction& tx) { return days_not_finished(tx, kai.setting).size(); }); };
        CHECK(children_on(monday, monday) == 1);
        CHECK(children_on(monday, monday + Days{14}) == 1);
        CHECK(to_finish() == 2);
        CHECK(children_on(monday, monday + Days{15}) == 0);
        CHECK(to_finish() == 0);
        // Kai was expected a week later too; by then the setting had no reason to see him.
        CHECK(children_on(monday + Days{7}, monday + Days{7}) == 0);
        CHECK(world.context.read([&](Transaction& tx) { return sessions_of_day(tx, kai.setting, monday + Days{7}); }).empty());
        const auto marked = save_register(world.context, {.setting = kai.setting, .day = monday + Days{7}, .session = Session::am, .marks = {{kai.reference, {.arrival = Arrival::here}}}});
        CHECK(code_of(marked) != "");
    });
}

TEST_CASE("a register opens on the first day on which the setting has a reason of its own to see the child, not the day before")
{
    for_each_engine([](World& world) {
        const auto kai = testing::place_a_child(world, monday);
        const auto reason_from = [&](OrganisationId who, Date from) {
            REQUIRE(world.context.in_transaction([&](Transaction& tx) -> Result<void> {
                pupils::end_access(tx, pupils::AccessKind::placed, kai.placement.value, monday - Days{60});
                pupils::grant_access(tx, kai.pupil, who, pupils::AccessKind::placed, kai.placement.value, from);
                return {};
            }));
        };
        const auto children_on = [&](Date today) {
            world.context.today = today;
            return world.context.read([&](Transaction& tx) { return register_rows(tx, kai.setting, monday, Session::am).size(); });
        };
        reason_from(kai.setting, monday + Days{1});
        CHECK(children_on(monday) == 0);
        CHECK(children_on(monday + Days{1}) == 1);
        reason_from(kai.school, monday - Days{1});  // the school's reason is not the setting's
        REQUIRE(world.context.in_transaction([&](Transaction& tx) -> Result<void> {
            pupils::end_access(tx, pupils::AccessKind::placed, kai.placement.value, monday - Days{60}, kai.setting);
            return {};
        }));
        CHECK(children_on(monday) == 0);
    });
}

TEST_CASE("a provider sees a child's sessions at its own setting, the school sees all, another provider none")
{
    for_each_engine([](World& world) {
        const auto kai = testing::place_a_child(world, monday);
        const auto sessions_seen_by = [&](Role role, OrganisationId organisation) {
            world.context.who.role = role;
            world.context.who.organisation = organisation;
            return world.context.read([&](Transaction& tx) { return sessions_of_pupil(tx, kai.pupil, monday, monday).size(); });
        };
        CHECK(sessions_seen_by(Role::school_lead, kai.school) == 2);
        CHECK(sessions_seen_by(Role::provider_manager, kai.setting) == 2);
        CHECK(sessions_seen_by(Role::provider_tutor, OrganisationId{Id::from_words("another provider")}) == 0);
    });
}

TEST_CASE("another mark than the one that stands is refused, and corrected only with a reason")
{
    for_each_engine([](World& world) {
        const auto kai = testing::place_a_child(world, monday);
        REQUIRE(save_register(world.context, morning_with(kai, {.arrival = Arrival::here})).has_value());
        CHECK(code_of(save_register(world.context, morning_with(kai, {.arrival = Arrival::not_here}))) == "attendance.already_marked");

        CorrectMark correction{.pupil = kai.pupil, .day = monday, .seen_revision = 1, .mark = {.arrival = Arrival::not_here, .reason = AbsenceReason::ill}};
        CHECK(code_of(correct_mark(world.context, correction)) == "attendance.correction_reason_missing");
        correction.correction = "Marked the wrong row.";
        REQUIRE(code_of(correct_mark(world.context, correction)) == "");
        CHECK(code_of(correct_mark(world.context, correction)) == "attendance.stale");

        const auto marks = marks_of(world, kai);
        REQUIRE(marks.size() == 2);
        CHECK(marks.front().mark.code == "K");
        CHECK(marks.back().mark.code == "I");
        CHECK(marks.back().correction == "Marked the wrong row.");
    });
}

TEST_CASE("an unexplained absence is the roll school's task until the reason is known")
{
    for_each_engine([](World& world) {
        const auto kai = testing::place_a_child(world, monday);
        REQUIRE(save_register(world.context, morning_with(kai, {.arrival = Arrival::not_here})).has_value());
        const auto open = tasks_of(world, kai);
        REQUIRE(open.size() == 1);
        CHECK(open.front().organisation == kai.school);
        CHECK(open.front().due_on == monday);

        REQUIRE(code_of(correct_mark(world.context, {.pupil = kai.pupil, .day = monday, .seen_revision = 1,
                                                     .mark = {.arrival = Arrival::not_here, .reason = AbsenceReason::ill}, .correction = "Mum rang."})) == "");
        CHECK(tasks_of(world, kai).empty());
    });
}

TEST_CASE("two unexplained sessions in a row are pressing and the authority's task too")
{
    for_each_engine([](World& world) {
        const auto kai = testing::place_a_child(world, monday);
        auto command = morning_with(kai, {.arrival = Arrival::not_here});
        REQUIRE(save_register(world.context, command).has_value());
        CHECK(tasks_of(world, kai).size() == 1);
        command.session = Session::pm;
        REQUIRE(save_register(world.context, command).has_value());
        const auto open = tasks_of(world, kai);
        CHECK(open.size() == 3);
        CHECK(std::ranges::count(open, Severity::warn, &tasks::Task::severity) == 2);
    });
}

TEST_CASE("a child who is not timetabled, or a day that has not come, has no mark")
{
    for_each_engine([](World& world) {
        const auto kai = testing::place_a_child(world, monday);
        auto command = morning_with(kai, {.arrival = Arrival::here});
        command.day = monday + Days{7};
        CHECK(code_of(save_register(world.context, command)) == "attendance.future_day");
        command.day = monday - Days{1};
        CHECK(code_of(save_register(world.context, command)) == "attendance.not_expected");
        CHECK(marks_of(world, kai).empty());
    });
}
