// Children in places as they stood on a day: on both engines, with the edges of each stretch of days.
#include "inspection/store/placed_children.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "attendance/store/registers.hpp"
#include "pupils/store/access.hpp"
#include "pupils/store/pupils.hpp"
#include "support/engines.hpp"
#include "support/made_up.hpp"
#include "support/placed_child.hpp"

using namespace waymark;
using namespace waymark::testing;
using inspection::Question;

namespace {

const Date monday = date(2026, 11, 23), began = monday - Days{28}, agreed_end = monday + Days{28};

template <class F>
void write(World& world, F&& work)
{
    REQUIRE(code_of(world.context.in_transaction([&](Transaction& tx) -> Result<void> {
        work(tx);
        return {};
    })) == "");
}

std::vector<inspection::PlacedChild> on(World& world, Date day)
{
    return world.context.read([&](Transaction& tx) { return inspection::placed_children(tx, day); });
}

inspection::PlacedChild one_on(World& world, Date day)
{
    const auto all = on(world, day);
    REQUIRE(all.size() == 1);
    return all.front();
}

void mark(World& world, const PlacedChild& kai, Date day, Session session, std::string code, int revision = 1)
{
    write(world, [&](Transaction& tx) {
        attendance::insert_mark(tx, {.pupil = kai.pupil, .placement = kai.placement, .setting = kai.setting, .day = day, .session = session, .revision = revision,
                                     .code = std::move(code), .minutes_late = {}, .reason = {}, .correction = revision > 1 ? "Wrong child" : ""});
    });
}

bool asks(const inspection::PlacedChild& child, Question question) { return std::ranges::find(child.questions, question) != child.questions.end(); }

}  // namespace

TEST_CASE("R56: a child is in a place from the first day on, not the day before, and after the agreed end until it is ended")
{
    for_each_engine([](World& world) {
        (void)place_a_child(world, monday);
        CHECK(on(world, began - Days{1}).empty());
        CHECK(on(world, began).size() == 1);
        CHECK_FALSE(asks(one_on(world, agreed_end), Question::past_agreed_end));
        CHECK(asks(one_on(world, agreed_end + Days{1}), Question::past_agreed_end));
    });
}

TEST_CASE("R56: plan and care are those of the day asked about")
{
    for_each_engine([](World& world) {
        const auto kai = place_a_child(world, monday);
        write(world, [&](Transaction& tx) {
            pupils::insert_sen_record(tx, kai.pupil, {.provision = pupils::SenProvision::ehcp, .primary_need = "SEMH", .days = {monday, {}}});
            pupils::insert_circumstance(tx, kai.pupil, {.id = Id::from_words("care"), .kind = pupils::CircumstanceKind::looked_after, .note = {}, .days = {began, monday - Days{1}}});
        });
        const auto before = one_on(world, monday - Days{1}), then = one_on(world, monday);
        CHECK_FALSE(before.has_plan);
        CHECK(before.is_looked_after);
        CHECK(then.has_plan);
        CHECK_FALSE(then.is_looked_after);
    });
}

TEST_CASE("R58: when the child was last seen is the last session attended as it stands after corrections, up to the day asked about")
{
    for_each_engine([](World& world) {
        const auto kai = place_a_child(world, monday);
        CHECK_FALSE(one_on(world, monday).last_seen);
        CHECK(one_on(world, monday).place.days_not_seen == 1);
        mark(world, kai, monday, Session::am, "B");
        CHECK(one_on(world, monday).last_seen == monday);
        CHECK(one_on(world, monday).place.days_not_seen == 0);
        CHECK_FALSE(one_on(world, monday - Days{1}).last_seen);
        mark(world, kai, monday, Session::am, "I", 2);
        CHECK_FALSE(one_on(world, monday).last_seen);
        mark(world, kai, monday, Session::pm, "B");
        mark(world, kai, monday + Days{7}, Session::am, "O");
        const auto later = one_on(world, monday + Days{7});
        CHECK(later.last_seen == monday);
        CHECK(later.place.days_not_seen == 1);
        CHECK(later.place.attendance.present == 1);
        CHECK(later.place.attendance.absent() == 2);
    });
}

TEST_CASE("R57: what the record lacks is asked about, and no longer once it is there")
{
    for_each_engine([](World& world) {
        const auto kai = place_a_child(world, monday);
        const auto bare = one_on(world, monday);
        for (const auto question : {Question::no_measure, Question::no_way_on, Question::child_not_heard, Question::setting_not_assured, Question::on_no_roll}) CHECK(asks(bare, question));
        write(world, [&](Transaction& tx) {
            pupils::insert_enrolment(tx, kai.pupil, {.id = Id::from_words("roll"), .school = kai.school, .year_group = 10, .days = {began, {}}});
        });
        CHECK_FALSE(asks(one_on(world, monday), Question::on_no_roll));
    });
}

TEST_CASE("a school sees in the list its own children only, and another authority nobody")
{
    for_each_engine([](World& world) {
        const auto kai = place_a_child(world, monday);
        OrganisationId other;
        write(world, [&](Transaction& tx) {
            other = add_school(tx, "Fernhill School");
            pupils::grant_access(tx, kai.pupil, kai.school, pupils::AccessKind::enrolled, Id::from_words("roll"), began);
        });
        world.context.who.role = Role::school_lead;
        world.context.who.organisation = kai.school;
        CHECK(on(world, monday).size() == 1);
        world.context.who.organisation = other;
        CHECK(on(world, monday).empty());
        auto elsewhere = world.of_authority("991");
        elsewhere.who = world.context.who;
        elsewhere.who.role = Role::commissioner;
        CHECK(elsewhere.read([](Transaction& tx) { return inspection::placed_children(tx, monday); }).empty());
    });
}

TEST_CASE("R24: what began in the school year up to the day is counted in its tier, the day before it began is not")
{
    for_each_engine([](World& world) {
        (void)place_a_child(world, monday);
        const SchoolYear year{2026};
        const auto begun = [&](Date until) { return world.context.read([&](Transaction& tx) { return inspection::support_begun(tx, year, until); }); };
        CHECK(begun(began - Days{1}).empty());
        REQUIRE(begun(began).size() == 1);
        CHECK(begun(began).front().tier == inspection::Tier::time_limited);
        CHECK(world.context.read([](Transaction& tx) { return inspection::support_begun(tx, SchoolYear{2025}, monday); }).empty());
    });
}
