// What goes by itself, and what does not: each with the edge on both sides.
#include "people/store/forget.hpp"

#include <doctest/doctest.h>

#include <fmt/format.h>

#include "people/store/sign_ins.hpp"
#include "support/engines.hpp"

using namespace waymark;
using namespace waymark::people;
using namespace waymark::testing;

namespace {

constexpr std::chrono::milliseconds a_moment{1};

constexpr std::string_view count_parameters[] = {"authority"};

std::int64_t rows(World& world, const std::string& table)
{
    const std::string on_sqlite = "select count(*) as count from " + table + " where authority_id = ?1", on_postgres = "select count(*) as count from " + table + " where authority_id = $1";
    return world.context.read([&](Transaction& tx) { return tx.number(Statement{"test.rows", on_sqlite, on_postgres, count_parameters}); });
}

void write_by_hand(World& world, const std::string& sql)
{
    const auto connection = world.database.lease(true);
    connection->begin(true, "990");
    connection->run_script(sql);
    connection->commit();
}

std::int64_t forget(World& world)
{
    std::int64_t gone = 0;
    REQUIRE(world.context.in_transaction([&](Transaction& tx) -> Result<void> {
        gone = forget_what_is_over(tx);
        return {};
    }));
    return gone;
}

/// A row of that table with an age to the millisecond; the row is written with {0} for the authority, {1} for an id, {2} for the instant.
struct Kind {
    std::string table, row;
    std::chrono::days kept;
};

std::string user_of_test() { return UserId{Id::from_words("Priya Raman")}.text(); }

std::vector<Kind> kinds()
{
    const KeptFor kept;
    const std::string user = user_of_test(), membership = Id::from_words("a membership").text();
    return {
        {"sign_in_attempt", "insert into sign_in_attempt (authority_id, id, email, from_address, at, succeeded, kind) values ('990', '{1}', 'a@b.example', '', {2}, false, 'password')", kept.sign_ins},
        {"sign_in", "insert into sign_in (token_hash, authority_id, user_id, membership_id, csrf_token, created_at, seen_at, ended_at) values ('{1}', '990', '" + user + "', '" + membership + "', '', 0, 0, {2})", kept.sign_ins},
        {"single_use_link", "insert into single_use_link (token_hash, authority_id, user_id, kind, created_at, expires_at) values ('{1}', '990', '" + user + "', 'reset', 0, {2})", kept.links_and_messages},
        {"reset_request", "insert into reset_request (authority_id, user_id, asked_at) values ('990', '" + user + "', {2})", kept.links_and_messages},
        {"message_outbox", "insert into message_outbox (authority_id, id, sent_to, subject, created_at, sent_at) values ('990', '{1}', 'a@b.example', '', {2}, {2})", kept.links_and_messages},
        {"draft", "insert into draft (authority_id, user_id, form_key, content, saved_at) values ('990', '" + user + "', 'typed /pupils/new {1}', '[]', {2})", kept.typed_forms},
        {"unfinished_sign_in", "insert into unfinished_sign_in (token_hash, authority_id, user_id, from_address, created_at) values ('{1}', '990', '" + user + "', '', {2})", kept.unfinished},
        {"identity_sign_in", "insert into identity_sign_in (state_hash, authority_id, identity_provider, browser_hash, next_page, created_at) values ('{1}', '990', 'council', '', '/', {2})", kept.unfinished},
        {"sent_form", "insert into sent_form (authority_id, sending, sent_at) values ('990', '{1}', {2})", kept.sent_forms},
        {"authenticator_set_up", "insert into authenticator_set_up (authority_id, user_id, sealed_secret, started_at) values ('990', '" + user + "', '', {2})", kept.unfinished},
    };
}

void put(World& world, const Kind& kind, Instant at)
{
    const auto id = Id::make(at).text();
    write_by_hand(world, fmt::format(fmt::runtime(kind.row), "990", id, at.time_since_epoch().count()));
}

void add_membership(World& world)
{
    write_by_hand(world, "insert into membership (authority_id, id, user_id, organisation_id, role, from_day, created_at) values ('990', '" + Id::from_words("a membership").text() + "', '" +
                             user_of_test() + "', '" + OrganisationId{Id::from_words("Harrowdale Council")}.text() + "', 'commissioner', '2026-09-01', 0)");
}

}  // namespace

TEST_CASE("traces of signing in go when their time is over, and not a moment before")
{
    for_each_engine([](World& world) {
        add_membership(world);
        for (const auto& kind : kinds()) {
            CAPTURE(kind.table);
            put(world, kind, world.context.now - kind.kept);
            CHECK(forget(world) == 0);
            CHECK(rows(world, kind.table) == 1);
            world.context.now += a_moment;
            CHECK(forget(world) == 1);
            CHECK(rows(world, kind.table) == 0);
            CHECK(forget(world) == 0);
        }
    });
}

TEST_CASE("what is still of use stays, however old: locks, sign-ins that hold, messages that wait, drafts to go on with")
{
    for_each_engine([](World& world) {
        add_membership(world);
        const auto user = user_of_test();
        write_by_hand(world, "insert into sign_in_attempt (authority_id, id, email, from_address, at, succeeded, kind) values ('990', '" + Id::from_words("wrong code").text() + "', 'a@b.example', '', 1, false, 'code')");
        write_by_hand(world, fmt::format("insert into sign_in (token_hash, authority_id, user_id, membership_id, csrf_token, created_at, seen_at) values ('x', '990', '{}', '{}', '', 0, {})", user,
                                         Id::from_words("a membership").text(), world.context.now.time_since_epoch().count()));
        write_by_hand(world, "insert into message_outbox (authority_id, id, sent_to, subject, created_at, next_try_at) values ('990', '" + Id::from_words("waits").text() + "', 'a@b.example', '', 0, 1)");
        write_by_hand(world, "insert into draft (authority_id, user_id, form_key, content, saved_at) values ('990', '" + user + "', 'referral-typed', '[]', 0)");
        CHECK(forget(world) == 0);
        const auto locked = [&] { return world.context.read([](Transaction& tx) { return failed_tries(tx, "a@b.example", "").codes_of_account; }); };
        CHECK(locked() == 1);
        // A success since then: neither is of use any more.
        write_by_hand(world, "insert into sign_in_attempt (authority_id, id, email, from_address, at, succeeded, kind) values ('990', '" + Id::from_words("right code").text() + "', 'a@b.example', '', 2, true, 'code')");
        CHECK(forget(world) == 2);
        CHECK(locked() == 0);
    });
}

TEST_CASE("a neighbour’s traces are the neighbour’s")
{
    for_each_engine([](World& world) {
        add_membership(world);
        for (const auto& kind : kinds()) put(world, kind, Instant{});
        Context neighbour = world.of_authority("991");
        REQUIRE(neighbour.in_transaction([](Transaction& tx) -> Result<void> {
            CHECK(forget_what_is_over(tx) == 0);
            return {};
        }));
        CHECK(forget(world) == static_cast<std::int64_t>(kinds().size()));
    });
}
