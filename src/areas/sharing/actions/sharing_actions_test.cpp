// Requests and holds on both engines: recorded once, with a task for the last day; and a hold that stops an erasure.
#include <doctest/doctest.h>

#include "sharing/actions/answer_request.hpp"
#include "sharing/actions/erase_record.hpp"
#include "sharing/store/kept_children.hpp"
#include "sharing/store/requests.hpp"
#include "sharing/store/trail.hpp"
#include "support/engines.hpp"
#include "support/placed_child.hpp"
#include "tasks/store/tasks.hpp"

using namespace waymark;
using namespace waymark::sharing;
using testing::for_each_engine;
using testing::World;

namespace {

const Date monday = date(2026, 11, 23);

AccessRequest asked_on(Date day)
{
    return {.id = {}, .pupil = {}, .reference = {}, .known_as = {}, .last_name = {}, .asked_by = "Maya Mensah", .relation = Relation::parent, .received = day,
            .complex_reason = {}, .answered = {}, .left_out = {}};
}

AccessRequest the_request(World& world, const testing::PlacedChild& kai, RequestId id)
{
    return *world.context.read([&](Transaction& tx) { return find_request(tx, kai.pupil, id); });
}

std::vector<tasks::Task> tasks_about(World& world, RequestId id)
{
    return world.context.read([&](Transaction& tx) { return tasks::open_tasks_about(tx, id.value); });
}

}  // namespace

TEST_CASE("a request for what is held has a task for the last day; more time moves it, the answer closes it")
{
    for_each_engine([](World& world) {
        const auto kai = testing::place_a_child(world, monday);
        const auto id = record_request(world.context, kai.pupil, asked_on(monday));
        REQUIRE(code_of(id) == "");
        REQUIRE(tasks_about(world, *id).size() == 1);
        CHECK(tasks_about(world, *id).front().due_on == date(2026, 12, 23));
        CHECK(world.context.read([](Transaction& tx) { return open_requests(tx).size(); }) == 1);

        REQUIRE(code_of(take_more_time(world.context, kai.pupil, *id, "Three services hold parts of it.", 1)) == "");
        REQUIRE(tasks_about(world, *id).size() == 1);
        CHECK(tasks_about(world, *id).front().due_on == date(2027, 2, 23));
        CHECK(code_of(answer_request(world.context, kai.pupil, *id, monday, "", 1)) == "request.changed_meanwhile");

        REQUIRE(code_of(answer_request(world.context, kai.pupil, *id, monday, "The name of a neighbour.", 2)) == "");
        CHECK(tasks_about(world, *id).empty());
        CHECK(the_request(world, kai, *id).left_out == "The name of a neighbour.");
        CHECK(code_of(answer_request(world.context, kai.pupil, *id, monday, "", 3)) == "request.answered");
        CHECK(world.context.read([](Transaction& tx) { return open_requests(tx).empty() && answered_requests(tx).size() == 1; }));
    });
}

TEST_CASE("a request is found with its own child only")
{
    for_each_engine([](World& world) {
        const auto kai = testing::place_a_child(world, monday);
        const auto id = record_request(world.context, kai.pupil, asked_on(monday));
        REQUIRE(id);
        const PupilId other{Id::from_words("another child")};
        CHECK_FALSE(world.context.read([&](Transaction& tx) { return find_request(tx, other, *id).has_value(); }));
        CHECK(code_of(answer_request(world.context, other, *id, monday, "", 1)) == "request.not_found");
        CHECK(code_of(record_request(world.context, other, asked_on(monday))) == "pupil.not_found");
    });
}

TEST_CASE("a record is due to be erased on the day after its time, and not while a hold stands")
{
    for_each_engine([](World& world) {
        const auto kai = testing::place_a_child(world, monday);
        const auto due_on = [&](Date today) {
            world.context.today = today;
            return world.context.read([&](Transaction& tx) { return erasures_due(tx, law_on(today)); });
        };
        const Date until = world.context.read([&](Transaction& tx) { return kept_until(*kept_child(tx, kai.pupil), law_on(monday)); });
        CHECK(due_on(until).empty());
        REQUIRE(due_on(until + Days{1}).size() == 1);
        CHECK(due_on(until + Days{1}).front().ground == ErasureGround::kept_long_enough);

        const ErasureAsked asked{.ground = ErasureGround::kept_long_enough, .reference = kai.reference, .reason = "Its time is over."};
        CHECK(code_of(place_hold(world.context, kai.pupil, " ")) == "hold.reason_missing");
        REQUIRE(code_of(place_hold(world.context, kai.pupil, "A claim against the council")) == "");
        CHECK(code_of(place_hold(world.context, kai.pupil, "Another claim")) == "hold.twice");
        CHECK(due_on(until + Days{1}).empty());
        CHECK(world.context.read([](Transaction& tx) { return children_on_hold(tx).size(); }) == 1);
        CHECK(code_of(erase_record(world.context, kai.pupil, asked)) == "erasure.on_hold");

        REQUIRE(code_of(end_hold(world.context, kai.pupil, "The claim is settled.")) == "");
        CHECK(code_of(end_hold(world.context, kai.pupil, "The claim is settled.")) == "hold.none");
        REQUIRE(code_of(erase_record(world.context, kai.pupil, asked)) == "");
        CHECK(code_of(erase_record(world.context, kai.pupil, asked)) == "pupil.not_found");
        const auto gone = world.context.read([](Transaction& tx) { return erasures(tx); });
        REQUIRE(gone.size() == 1);
        CHECK(gone.front().placements == 1);
        CHECK(gone.front().by == "Priya Raman");
    });
}

TEST_CASE("the trail is found by person, record, child and days")
{
    for_each_engine([](World& world) {
        const auto kai = testing::place_a_child(world, monday);
        REQUIRE(place_hold(world.context, kai.pupil, "A claim against the council"));
        REQUIRE(record_request(world.context, kai.pupil, asked_on(monday)));
        const auto found = [&](const TrailFilter& filter) { return world.context.read([&](Transaction& tx) { return trail(tx, filter).size(); }); };
        const auto all = found({});
        CHECK(all >= 2);
        CHECK(found({.from = {}, .until = {}, .entity = "subject_access_request", .who = {}, .reference = {}}) == 1);
        CHECK(found({.from = {}, .until = {}, .entity = {}, .who = "raman", .reference = {}}) == all);
        CHECK(found({.from = {}, .until = {}, .entity = {}, .who = "whitlock", .reference = {}}) == 0);
        CHECK(found({.from = {}, .until = {}, .entity = {}, .who = {}, .reference = kai.reference}) == all);
        CHECK(found({.from = {}, .until = {}, .entity = {}, .who = {}, .reference = "0000-00"}) == 0);
        CHECK(found({.from = world.context.now, .until = {}, .entity = {}, .who = {}, .reference = {}}) == all);
        CHECK(found({.from = {}, .until = world.context.now, .entity = {}, .who = {}, .reference = {}}) == 0);
        const auto newest = world.context.read([](Transaction& tx) { return trail(tx, {.from = {}, .until = {}, .entity = {}, .who = {}, .reference = {}, .most = 1}); });
        REQUIRE(newest.size() == 1);
        CHECK(found({.from = {}, .until = {}, .entity = {}, .who = {}, .reference = {}, .older_than = newest.front().sequence}) == all - 1);
        CHECK(world.context.read([](Transaction& tx) { return trail_entities(tx); }) == std::vector<std::string>{"pupil", "subject_access_request"});
    });
}
