// A server that goes away, and comes back or does not: what was in work fails clearly, the next works, and nothing is half done.
#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

#include "support/engines.hpp"
#include "support/scratch_postgres.hpp"

using namespace waymark;
using namespace waymark::testing;

namespace {

constexpr std::string_view draft_parameters[] = {"authority", "actor", "form", "now"};
constexpr Statement save_draft{"test.save_draft", "insert into draft (authority_id, user_id, form_key, content, saved_at) values (?1, ?2, ?3, '[]', ?4)",
                               "insert into draft (authority_id, user_id, form_key, content, saved_at) values ($1, $2, $3, '[]', $4)", draft_parameters};
constexpr std::string_view authority_parameters[] = {"authority"};
constexpr Statement count_drafts{"test.count_drafts", "select count(*) as count from draft where authority_id = ?1",
                                 "select count(*) as count from draft where authority_id = $1", authority_parameters};
constexpr Statement own_process{"test.own_process", "select 0 as count", "select pg_backend_pid() as count", {}};

void save(Transaction& tx, std::string_view form) { tx.run(save_draft, {{"form", form}}); }

Result<void> save_one(Context& context, std::string_view form)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        save(tx, form);
        return {};
    });
}

std::int64_t drafts(Context& context)
{
    return context.read([](Transaction& tx) { return tx.number(count_drafts); });
}

/// Ends connections as an operator, or a firewall, does; answers when they are gone.
void cut(const std::string& which)
{
    open_database(scratch_postgres().address("postgres"))
        ->lease(true)
        ->run_script("select pg_terminate_backend(pid, 5000) from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() and " + which);
}

/// The tests' server waits for no disk, so what was saved or deleted a moment ago would come undone when it is stopped. A real one has it.
void have_it_kept() { open_database(scratch_postgres().address("postgres"))->lease(true)->run_script("checkpoint"); }

void on_postgres(const std::function<void(World&)>& test)
{
    for_each_engine([&](World& world) {
        if (world.database.engine() == Engine::postgres) test(world);
    });
}

}  // namespace

TEST_CASE("a connection that was cut while nobody used it is opened again, and nobody notices")
{
    on_postgres([](World& world) {
        CHECK(save_one(world.context, "before"));
        cut("datname = 'harrowdale'");
        CHECK(drafts(world.context) == 1);
        cut("datname = 'harrowdale'");
        CHECK(save_one(world.context, "after"));
        CHECK(drafts(world.context) == 2);
    });
}

TEST_CASE("a connection that is cut in the middle of work fails clearly, the next works, and nothing is half done")
{
    on_postgres([](World& world) {
        // More often than there are connections: none is lost to the others.
        for (int time = 0; time < 30; ++time) {
            const auto cut_off = [&] {
                (void)world.context.in_transaction([&](Transaction& tx) -> Result<void> {
                    save(tx, "first half");
                    cut("pid = " + std::to_string(tx.number(own_process)));
                    save(tx, "second half");
                    return {};
                });
            };
            CHECK_THROWS_AS(cut_off(), DatabaseFailure);
        }
        CHECK(drafts(world.context) == 0);
        CHECK(save_one(world.context, "next"));
        CHECK(drafts(world.context) == 1);
    });
}

TEST_CASE("who is cut off while it saves is not told that it was saved")
{
    on_postgres([](World& world) {
        const auto cut_off = [&] {
            (void)world.context.in_transaction([&](Transaction& tx) -> Result<void> {
                save(tx, "whole");
                cut("pid = " + std::to_string(tx.number(own_process)));
                return {};
            });
        };
        CHECK_THROWS_WITH_AS(cut_off(), doctest::Contains("commit"), DatabaseFailure);
        CHECK(drafts(world.context) == 0);
    });
}

TEST_CASE("a statement that waits for a lock ends when its connection is cut")
{
    on_postgres([](World& world) {
        std::atomic<int> told = 0;
        CHECK(world.context.in_transaction([&](Transaction& tx) -> Result<void> {
            save(tx, "held");
            std::thread waiting{[&] {
                Context other = world.context;
                Context beside{world.database, other.authority, other.today, other.now};
                beside.who = other.who;
                try {
                    (void)save_one(beside, "waited");
                } catch (const DatabaseFailure&) {
                    ++told;
                }
            }};
            std::this_thread::sleep_for(std::chrono::milliseconds{200});
            cut("wait_event_type = 'Lock'");
            waiting.join();
            return {};
        }));
        CHECK(told == 1);
        CHECK(drafts(world.context) == 1);
    });
}

TEST_CASE("a server that is stopped in the middle of work and started again keeps what was saved and nothing of what was not")
{
    on_postgres([](World& world) {
        CHECK(save_one(world.context, "saved"));
        have_it_kept();
        const auto cut_off = [&] {
            (void)world.context.in_transaction([&](Transaction& tx) -> Result<void> {
                save(tx, "not saved");
                scratch_postgres().restart();
                save(tx, "nor this");
                return {};
            });
        };
        CHECK_THROWS_AS(cut_off(), DatabaseFailure);
        CHECK(drafts(world.context) == 1);
        CHECK(save_one(world.context, "next"));
    });
}

TEST_CASE("while no server is there everybody is told so at once, and the first who asks after it came back is served")
{
    on_postgres([](World& world) {
        CHECK(drafts(world.context) == 0);
        have_it_kept();
        scratch_postgres().stop();
        const auto began = std::chrono::steady_clock::now();
        std::atomic<int> told = 0;
        std::vector<std::thread> people;
        for (int person = 0; person < 50; ++person)
            people.emplace_back([&] {
                Context own{world.database, world.context.authority, world.context.today, world.context.now};
                try {
                    (void)drafts(own);
                } catch (const DatabaseFailure&) {
                    ++told;
                }
            });
        for (auto& person : people) person.join();
        CHECK(told == 50);
        CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds{20});
        scratch_postgres().start();
        CHECK(drafts(world.context) == 0);
        CHECK(save_one(world.context, "next"));
    });
}

TEST_CASE("what PostgreSQL rolled back when it was told to commit does not count as saved")
{
    on_postgres([](World& world) {
        const auto swallowed = [&] {
            (void)world.context.in_transaction([&](Transaction& tx) -> Result<void> {
                save(tx, "once");
                try {
                    save(tx, "once");  // the key is there already, which ends the transaction
                } catch (const DatabaseFailure&) {
                }
                return {};
            });
        };
        CHECK_THROWS_WITH_AS(swallowed(), doctest::Contains("rolled back"), DatabaseFailure);
        CHECK(drafts(world.context) == 0);
        CHECK(save_one(world.context, "next"));
    });
}

TEST_CASE("a server that became a copy is left, and is no fault of ours")
{
    on_postgres([](World& world) {
        const auto to_a_copy = [&](bool becomes) {
            open_database(scratch_postgres().address("postgres") + "&target_session_attrs=any")
                ->lease(true)
                ->run_script(std::string{"alter database harrowdale set default_transaction_read_only = "} + (becomes ? "on" : "off"));
        };
        to_a_copy(true);
        CHECK_THROWS_WITH_AS((void)open_database(scratch_postgres().address("harrowdale")), doctest::Contains("read-only"), DatabaseFailure);
        const auto reading = open_database(scratch_postgres().address("harrowdale") + "&target_session_attrs=any");
        Context of_copy{*reading, world.context.authority, world.context.today, world.context.now};
        of_copy.who = world.context.who;
        CHECK(drafts(of_copy) == 0);
        CHECK_THROWS_AS(of_copy.read([](Transaction& tx) { tx.each(save_draft, {{"form", "ours"}}, [](const Row&) {}); }), std::logic_error);
        CHECK_THROWS_AS((void)save_one(of_copy, "refused"), DatabaseFailure);
        to_a_copy(false);
        CHECK(save_one(of_copy, "a new connection"));
        CHECK(drafts(world.context) == 1);
    });
}

TEST_CASE("of several servers in one address the one that is there is found")
{
    on_postgres([](World&) {
        const auto real = scratch_postgres().address("harrowdale");
        const auto host = real.find("host=") + 5;
        auto several = real;
        several.insert(host, "/nowhere/at/all,");
        CHECK_NOTHROW((void)open_database(several));
        several.replace(host, real.find('&', host) - host + std::string_view{"/nowhere/at/all,"}.size(), "/nowhere/at/all,/nor/here");
        CHECK_THROWS_AS((void)open_database(several), DatabaseFailure);
    });
}
