// The event trail: chained, append-only, and no touch goes unnoticed.
#include "platform/audit/trail.hpp"

#include <doctest/doctest.h>

#include "platform/audit/view_log.hpp"
#include "support/engines.hpp"

using namespace waymark;
using namespace waymark::testing;

namespace {

const Id referral = Id::from_words("a referral"), child = Id::from_words("a child"), other_child = Id::from_words("another child");

void record(Context& context, std::string verb, std::optional<Id> pupil = child)
{
    const auto recorded = context.in_transaction([&](Transaction& tx) -> Result<void> {
        return tx.record({.verb = verb, .entity = "referral", .about = referral, .pupil = pupil, .before = R"({"state":"draft"})",
                          .after = R"({"state":"submitted"})", .reason = "All sections are complete."});
    });
    REQUIRE(recorded);
}

std::optional<audit::Fault> verified(Context& context, const std::optional<audit::Seal>& kept = {})
{
    return context.read([&](Transaction& tx) { return audit::verify(tx, kept); });
}

audit::Seal seal_of(Context& context)
{
    return context.read([](Transaction& tx) { return audit::seal(tx); });
}

/// Changes the trail as somebody could who has the database itself and switches its guards off.
void tamper(World& world, std::string_view sql)
{
    const auto connection = world.database.lease(true);
    if (world.database.engine() == Engine::sqlite) {
        for (const char* trigger : {"event_refuses_update", "event_refuses_delete", "event_head_refuses_other_than_next"})
            connection->run_script("drop trigger if exists " + std::string{trigger});
        connection->run_script(sql);
    } else {
        connection->begin(true, "990");
        connection->run_script("set local session_replication_role = replica");
        connection->run_script(sql);
        connection->commit();
    }
}

/// Five events, tampered with: the sequence of the fault that is found, 0 when none is.
std::int64_t fault_after(World& world, std::string_view sql)
{
    for (const char* verb : {"drafted", "submitted", "read", "triaged", "decided"}) record(world.context, verb);
    REQUIRE_FALSE(verified(world.context));
    tamper(world, sql);
    const auto fault = verified(world.context);
    return fault ? fault->sequence : 0;
}

}  // namespace

TEST_CASE("an event says who, acting as what, and stands on the child's timeline")
{
    for_each_engine([](World& world) {
        record(world.context, "drafted");
        record(world.context, "submitted");
        record(world.context, "mentioned", other_child);
        const auto timeline = world.context.read([](Transaction& tx) { return audit::timeline(tx, child); });
        REQUIRE(timeline.size() == 2);
        CHECK(timeline.front().verb == "submitted");
        CHECK(timeline.front().actor == world.context.who.user);
        CHECK(timeline.front().acting_as == "commissioner");
        CHECK(timeline.front().organisation == world.context.who.organisation);
        CHECK(timeline.front().after == R"({"state":"submitted"})");
        CHECK(timeline.front().reason == "All sections are complete.");
        CHECK(timeline.front().at == world.context.now);
        world.context.read([&](Transaction& tx) {
            CHECK(audit::history(tx, referral).size() == 3);
            CHECK(audit::history(tx, referral, {.most = 2}).size() == 2);
            CHECK(audit::timeline(tx, child, {.older_than = timeline.front().sequence}).size() == 1);
        });
    });
}

TEST_CASE("an event of an action that fails is not recorded, and its number is used again")
{
    for_each_engine([](World& world) {
        record(world.context, "drafted");
        const auto failed = world.context.in_transaction([](Transaction& tx) -> Result<void> {
            CHECK(tx.record({.verb = "submitted", .entity = "referral", .about = referral}));
            return refused("test.no", "No.");
        });
        CHECK_FALSE(failed);
        record(world.context, "withdrawn");
        CHECK(seal_of(world.context).sequence == 2);
        CHECK_FALSE(verified(world.context));
    });
}

TEST_CASE("each authority has a chain of its own")
{
    for_each_engine([](World& world) {
        Context neighbour = world.of_authority("991");
        record(world.context, "drafted");
        record(neighbour, "drafted");
        record(world.context, "submitted");
        CHECK(seal_of(world.context).sequence == 2);
        CHECK(seal_of(neighbour).sequence == 1);
        CHECK_FALSE(verified(world.context));
        CHECK_FALSE(verified(neighbour));
    });
}

TEST_CASE("the database refuses to change or remove what happened and who looked")
{
    for_each_engine([](World& world) {
        record(world.context, "drafted");
        CHECK(world.context.in_transaction([](Transaction& tx) -> Result<void> { return audit::log_view(tx, child, "pupil"), Result<void>{}; }));
        for (const char* sql : {"update event set reason = 'x'", "delete from event", "update view_log set what = 'x'", "delete from view_log",
                                "delete from event_head", "update event_head set sequence = sequence - 1"}) {
            CAPTURE(sql);
            CHECK_THROWS_AS(world.database.lease(true)->run_script(sql), DatabaseFailure);
        }
    });
}

TEST_CASE("an event that was changed is found, whichever of its fields")
{
    for_each_engine([](World& world) {
        CHECK(fault_after(world, "update event set reason = 'All sections were complete.' where sequence = 3") == 3);
    });
    for_each_engine([](World& world) { CHECK(fault_after(world, "update event set actor = null where sequence = 2") == 2); });
    for_each_engine([](World& world) { CHECK(fault_after(world, "update event set at = at + 1 where sequence = 5") == 5); });
    for_each_engine([](World& world) { CHECK(fault_after(world, "update event set pupil_id = null where sequence = 1") == 1); });
}

TEST_CASE("text moved from one field to the next is found")
{
    for_each_engine([](World& world) {
        CHECK(fault_after(world, "update event set after = before, before = after where sequence = 4") == 4);
    });
}

TEST_CASE("an event that was removed, cut off, swapped or planted is found")
{
    for_each_engine([](World& world) { CHECK(fault_after(world, "delete from event where sequence = 2") == 2); });
    for_each_engine([](World& world) { CHECK(fault_after(world, "delete from event where sequence = 5") == 5); });
    for_each_engine([](World& world) { CHECK(fault_after(world, "delete from event") == 1); });
    for_each_engine([](World& world) {
        CHECK(fault_after(world, "update event set sequence = 99 where sequence = 2; update event set sequence = 2 where sequence = 3;"
                                 "update event set sequence = 3 where sequence = 99") == 2);
    });
    for_each_engine([](World& world) {
        CHECK(fault_after(world, "insert into event (authority_id, sequence, at, verb, entity, about, previous_hash, hash)"
                                 " select authority_id, 6, at, verb, entity, about, hash, 'made up' from event where sequence = 5") == 6);
    });
}

TEST_CASE("an end that was cut off together with its head is found by a seal kept elsewhere")
{
    for_each_engine([](World& world) {
        record(world.context, "drafted");
        const auto early = seal_of(world.context);
        record(world.context, "submitted");
        const auto late = seal_of(world.context);
        CHECK_FALSE(verified(world.context, early));
        CHECK_FALSE(verified(world.context, late));

        tamper(world, "delete from event where sequence = 2;"
                      "update event_head set sequence = 1, hash = (select hash from event where event.sequence = 1)");
        CHECK_FALSE(verified(world.context));
        CHECK(verified(world.context, late)->sequence == 2);

        record(world.context, "withdrawn");  // in place of what was cut off
        CHECK_FALSE(verified(world.context, early));
        CHECK(verified(world.context, late)->what == "the chain was made anew after it was sealed");
    });
}

TEST_CASE("what events said about a child can be erased with its record, and the chain still holds")
{
    for_each_engine([](World& world) {
        record(world.context, "drafted");
        record(world.context, "mentioned", other_child);
        const auto kept = seal_of(world.context);
        REQUIRE(world.context.in_transaction([](Transaction& tx) { return audit::erase_details(tx, child, "Its time is over."); }));
        const auto timeline = world.context.read([](Transaction& tx) { return audit::timeline(tx, child); });
        REQUIRE(timeline.size() == 2);
        CHECK(timeline.front().verb == "erased");
        CHECK(timeline.front().reason == "Its time is over.");
        CHECK(timeline.back().verb == "drafted");
        CHECK(timeline.back().actor == world.context.who.user);
        CHECK((timeline.back().before + timeline.back().after + timeline.back().reason).empty());
        CHECK(world.context.read([](Transaction& tx) { return audit::timeline(tx, other_child); }).front().reason == "All sections are complete.");
        CHECK_FALSE(verified(world.context, kept));
    });
}

TEST_CASE("words taken away without an erasure on record are found, even if the database lets them go")
{
    for_each_engine([](World& world) {
        record(world.context, "drafted");
        record(world.context, "submitted");
        world.database.lease(true)->run_script("update event set before = null, after = null, reason = null, details_salt = null where sequence = 1");
        REQUIRE(verified(world.context));
        CHECK(verified(world.context)->sequence == 1);
        CHECK(verified(world.context)->what == "what the event says was taken away, and no later event says that the child’s record was erased");
    });
    for_each_engine([](World& world) {  // an erasure before it does not cover it
        REQUIRE(world.context.in_transaction([](Transaction& tx) { return audit::erase_details(tx, child, "Its time is over."); }));
        record(world.context, "drafted");
        world.database.lease(true)->run_script("update event set before = null, after = null, reason = null, details_salt = null where sequence = 2");
        CHECK(verified(world.context)->sequence == 2);
    });
    for_each_engine([](World& world) { CHECK(fault_after(world, "update event set details_salt = null, reason = null where sequence = 3") == 3); });
    for_each_engine([](World& world) { CHECK(fault_after(world, "update event set details_hash = 'x' where sequence = 3") == 3); });
    for_each_engine([](World& world) { CHECK(fault_after(world, "update event set details_salt = 'x' where sequence = 4") == 4); });
}

TEST_CASE("the database lets the words of an event go, all at once and nothing else, and only those about a child")
{
    for_each_engine([](World& world) {
        record(world.context, "drafted");
        record(world.context, "opened", std::nullopt);
        const auto refuses = [&](const char* sql) {
            CAPTURE(sql);
            CHECK_THROWS_AS(world.database.lease(true)->run_script(sql), DatabaseFailure);
        };
        refuses("update event set reason = null where sequence = 1");
        refuses("update event set details_salt = null where sequence = 1");
        refuses("update event set before = null, after = null, reason = 'x', details_salt = null where sequence = 1");
        refuses("update event set before = null, after = null, reason = null, details_salt = null, verb = 'x' where sequence = 1");
        refuses("update event set before = null, after = null, reason = null, details_salt = null, actor = null where sequence = 1");
        refuses("update event set before = null, after = null, reason = null, details_salt = null, details_hash = null where sequence = 1");
        refuses("update event set before = null, after = null, reason = null, details_salt = null where sequence = 2");
        world.database.lease(true)->run_script("update event set before = null, after = null, reason = null, details_salt = null where sequence = 1");
        refuses("update event set before = null, after = null, reason = 'x', details_salt = 'x' where sequence = 1");
    });
}

TEST_CASE("an event that another area answers is answered in the same transaction, or not at all")
{
    for_each_engine([](World& world) {
        static const Reaction reactions[] = {
            {"referral", "submitted", [](Transaction& tx, const Event& event) -> Result<void> {
                 return tx.record({.verb = "asked", .entity = "voice", .about = event.about, .pupil = event.pupil});
             }},
            {"referral", "withdrawn", [](Transaction&, const Event&) -> Result<void> { return refused("voice.no", "No."); }},
        };
        world.context.reactions = reactions;
        record(world.context, "submitted");
        CHECK(seal_of(world.context).sequence == 2);
        const auto withdrawn = world.context.in_transaction([](Transaction& tx) -> Result<void> {
            return tx.record({.verb = "withdrawn", .entity = "referral", .about = referral});
        });
        CHECK(code_of(withdrawn) == "voice.no");
        CHECK(seal_of(world.context).sequence == 2);
    });
}

TEST_CASE("each look at a child's record is kept with who looked")
{
    for_each_engine([](World& world) {
        const auto looked = world.context.in_transaction([](Transaction& tx) -> Result<void> {
            audit::log_view(tx, child, "referral");
            audit::log_view(tx, other_child, "pupil");
            return {};
        });
        REQUIRE(looked);
        const auto views = world.context.read([&](Transaction& tx) { return audit::views_of(tx, child, tx.now() + std::chrono::seconds{1}); });
        REQUIRE(views.size() == 1);
        CHECK(views.front().what == "referral");
        CHECK(views.front().actor == world.context.who.user);
        CHECK(views.front().acting_as == "commissioner");
    });
}
