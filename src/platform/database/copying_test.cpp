// Moving from one engine to the other: every row, whatever stands in it; gone on with after a kill; refused when anything is in the way.
#include "platform/database/copying.hpp"

#include <csignal>
#include <sys/wait.h>

#include "platform/backup/contents.hpp"
#include "platform/backup/filled_database_test.hpp"

using namespace waymark;
using namespace waymark::testing;

namespace {

Engine other_than(Engine engine) { return engine == Engine::sqlite ? Engine::postgres : Engine::sqlite; }

CopyProgress quietly()
{
    return [](std::string_view, double) {};
}

/// Stops the copy when it comes to these words; as a kill does, or so that the test goes on in its place.
struct Stopped {};
CopyProgress until(std::string words)
{
    return [words = std::move(words)](std::string_view said, double) {
        if (said.starts_with(words)) throw Stopped{};
    };
}

std::string words_of_refusal(const std::function<void()>& work)
{
    try {
        work();
        return "";
    } catch (const CopyRefused& refused) {
        return refused.what();
    }
}

/// Enough rows for several batches.
void add_views(Database& database, int count)
{
    const auto connection = database.lease(true);
    connection->begin(true, "990");
    for (int at = 0; at < count; ++at)
        connection->run_script("insert into view_log (authority_id, id, at, pupil_id, what) values ('990', '" + Id::from_words("look " + std::to_string(at)).text() + "', " + std::to_string(at) + ", '" +
                               Id::from_words("a child").text() + "', 'page')");
    connection->commit();
}

backup::Contents contents_of(Database& database) { return backup::contents_in(*database.lease(false)); }

}  // namespace

TEST_CASE("a database is copied to the other engine: rows, schema and trails are the same, and back again")
{
    for_each_filled([](Engine engine, const std::string&, Database& database, const TestFolder& folder) {
        const auto there = open_database(empty_database(other_than(engine), folder));
        const auto copied = copy_database(database, *there, quietly());
        CHECK(copied.rows == contents_of(database).rows_in_all() - contents_of(database).rows["schema_migration"]);
        CHECK_FALSE(copied.was_gone_on_with);
        CHECK(described_schema(*there) == described_schema(database));
        CHECK(contents_of(*there).rows == contents_of(database).rows);
        CHECK(backup::prove(*there, contents_of(database)).events == 30);
        CHECK(migrate(*there) == 0);  // a server may start
        add_event(*there, "990", "after the move");

        const auto back = open_database(empty_database(engine, folder));
        copy_database(*there, *back, quietly());
        CHECK(backup::prove(*back, contents_of(*there)).events == 31);
    });
}

TEST_CASE("a child is found by words in the copy as in what was copied")
{
    for_each_filled([](Engine engine, const std::string&, Database& database, const TestFolder& folder) {
        database.lease(true)->run_script("insert into pupil (authority_id, id, reference, first_name, last_name, known_as, born, sex, home_authority_id, search_text, created_at) values ('990', '" +
                                         Id::from_words("a pupil").text() + "', 'AAAA-BB', 'Kofi', 'Mensah', 'Kofi', '2012-05-04', 'male', '990', 'kofi mensah', 0)");
        const auto there = open_database(empty_database(other_than(engine), folder));
        copy_database(database, *there, quietly());
        const bool is_sqlite = there->engine() == Engine::sqlite;
        const auto found = [&](const std::string& on_sqlite, const std::string& on_postgres) {
            int count = 0;
            run_text(*there->lease(false), is_sqlite ? "select id from pupil_words where pupil_words match '" + on_sqlite + "'" : "select id from pupil where search_words @@ cast('" + on_postgres + "' as tsquery)", {},
                     [&](const Row&) { ++count; });
            return count;
        };
        CHECK(found("\"990men\"*", "990men:*") == 1);
        CHECK(found("\"990ens\"*", "990ens:*") == 0);
    });
}

TEST_CASE("what refers to what is kept as it was by the copy")
{
    for_each_filled([](Engine engine, const std::string&, Database& database, const TestFolder& folder) {
        const auto there = open_database(empty_database(other_than(engine), folder));
        copy_database(database, *there, quietly());
        CHECK_THROWS_AS(there->lease(true)->run_script("insert into authority_setting (authority_id, name, value, from_day) values ('999', 'x', 'y', '2026-01-01')"), DatabaseFailure);
        CHECK_THROWS_AS(there->lease(true)->run_script("delete from event"), DatabaseFailure);
    });
}

TEST_CASE("a copy that is killed goes on where it was, and no server starts on it meanwhile")
{
    for_each_filled([](Engine engine, const std::string& from, Database& database, const TestFolder& folder) {
        add_views(database, 12'000);
        const auto to = empty_database(other_than(engine), folder);
        for (const char* place : {"Copying event", "Copying view_log: 10,000", engine == Engine::sqlite ? "Checking what refers" : "Comparing authority", "Comparing view_log"}) {
            CAPTURE(place);
            const pid_t child = fork();
            if (child == 0) {
                const auto source = open_database(from), target = open_database(to);
                copy_database(*source, *target, [&](std::string_view said, double) {
                    if (said.starts_with(place)) std::raise(SIGKILL);
                });
                _exit(0);
            }
            int status = 0;
            waitpid(child, &status, 0);
            CHECK(WIFSIGNALED(status));
            const auto half = open_database(to);
            CHECK_THROWS_WITH_AS(migrate(*half), doctest::Contains("half of a copy"), DatabaseFailure);
        }
        const auto there = open_database(to);
        const auto copied = copy_database(database, *there, quietly());
        CHECK(copied.was_gone_on_with);
        CHECK(copied.rows_before >= 12'000);
        CHECK(backup::prove(*there, contents_of(database)).events == 30);
        CHECK(described_schema(*there) == described_schema(database));
    });
}

TEST_CASE("a row that was changed, lost or added on the way is named")
{
    for_each_filled([](Engine engine, const std::string&, Database& database, const TestFolder& folder) {
        const auto spoilt = [&](const std::string& sql) {
            const auto there = open_database(empty_database(other_than(engine), folder));
            CHECK_THROWS_AS(copy_database(database, *there, until("Comparing authority")), Stopped);
            there->lease(true)->run_script(sql);
            return words_of_refusal([&] { copy_database(database, *there, quietly()); });
        };
        CHECK(spoilt("update organisation set name = 'Trust.' where name = 'Trust'").contains("organisation has 2 rows and 2 came over; (990, " + Id::from_words("its trust").text() + ") was changed"));
        CHECK(spoilt("update organisation set street = null where street = ''").contains("was changed"));
        CHECK(spoilt("delete from task").contains("task has 1 row and 0 came over; (990, " + Id::from_words("a task").text() + ") is missing"));
        CHECK(spoilt("insert into authority (id, name, created_at) values ('993', 'Added', 0)").contains("(993) was added"));
        CHECK(spoilt("update authority set name = name") == "");
    });
}

TEST_CASE("a copy goes into nothing that holds anything, and goes on only with the same source")
{
    for_each_filled([](Engine engine, const std::string&, Database& database, const TestFolder& folder) {
        const auto other = open_database(empty_database(other_than(engine), folder));
        other->lease(true)->run_script("create table somebody_elses (x integer)");
        CHECK(words_of_refusal([&] { copy_database(database, *other, quietly()); }).contains("nothing is written over"));

        const auto used = open_database(empty_database(other_than(engine), folder));
        fill(*used);
        CHECK(words_of_refusal([&] { copy_database(database, *used, quietly()); }).contains("not empty"));

        const auto migrated = open_database(empty_database(other_than(engine), folder));
        migrate(*migrated);
        CHECK_THROWS_AS(copy_database(database, *migrated, until("Copying event")), Stopped);
        add_event(database, "990", "written meanwhile");
        CHECK(words_of_refusal([&] { copy_database(database, *migrated, quietly()); }).contains("written to since"));

        const auto old = open_database(empty_database(engine, folder)), target = open_database(empty_database(other_than(engine), folder));
        CHECK(words_of_refusal([&] { copy_database(*old, *target, quietly()); }).contains("waymark migrate"));
    });
}

TEST_CASE("nobody saves in an SQLite database while it is copied away")
{
    const TestFolder folder;
    const auto address = empty_database(Engine::sqlite, folder);
    const auto database = open_database(address);
    fill(*database);
    const auto there = open_database(empty_database(Engine::postgres, folder));
    const auto other_server = open_database(address);
    bool was_refused = false;
    copy_database(*database, *there, [&](std::string_view said, double) {
        if (was_refused || !said.starts_with("Copying event:")) return;
        const auto connection = other_server->lease(true);
        connection->run_script("pragma busy_timeout = 50");
        CHECK_THROWS_AS(connection->begin(true, "990"), DatabaseFailure);
        was_refused = true;
    });
    CHECK(was_refused);
    add_event(*other_server, "990", "when it is over");
}
