// A database of a test's own with something of everything in it, on each engine: for tests that copy whole databases.
#pragma once

#include <filesystem>
#include <fstream>
#include <source_location>
#include <string>

#include <doctest/doctest.h>
#include <unistd.h>

#include "foundation/uk_time.hpp"
#include "platform/context.hpp"
#include "platform/database/database.hpp"
#include "platform/database/tables.hpp"
#include "support/engines.hpp"
#include "support/scratch_postgres.hpp"

namespace waymark::testing {

namespace fs = std::filesystem;

/// A folder that goes with the test.
class TestFolder {
public:
    TestFolder()
    {
        std::error_code none;
        const fs::path memory = "/dev/shm";  // where there is room for it, so that the tests wait for no disk
        const bool has_room = ::access(memory.c_str(), W_OK) == 0 && fs::space(memory, none).available > (1ULL << 30);
        std::string name = ((has_room ? memory : fs::temp_directory_path()) / "waymark-test-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path_ = name;
    }
    TestFolder(const TestFolder&) = delete;
    TestFolder& operator=(const TestFolder&) = delete;
    ~TestFolder()
    {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    [[nodiscard]] const fs::path& path() const { return path_; }
    [[nodiscard]] std::size_t files() const { return static_cast<std::size_t>(std::distance(fs::directory_iterator{path_}, {})); }

private:
    fs::path path_;
};

/// The address of a database with nothing in it.
inline std::string empty_database(Engine engine, const TestFolder& folder)
{
    static int count = 0;
    const std::string name = "whole" + std::to_string(++count);
    if (engine == Engine::sqlite) return "sqlite:" + (folder.path() / (name + ".db")).string();
    open_database(scratch_postgres().address("postgres"))->lease(true)->run_script("create database " + name + " template template0");
    return scratch_postgres().address(name);
}

inline void add_event(Database& database, const std::string& authority, const std::string& words)
{
    Context context{database, authority, date(2026, 11, 23), uk_instant(date(2026, 11, 23), 9, 30)};
    const auto done = context.in_transaction([&](Transaction& tx) { return tx.record({.verb = "sent", .entity = "referral", .about = Id::from_words(words), .pupil = {}, .after = "{\"words\":\"" + words + "\"}"}); });
    REQUIRE(done.has_value());
}

/// Two authorities with trails, an organisation that stands above one made before it, a file of every byte, numbers with fractions, none and empty
/// text, and text that quotes, lists and lines end with.
inline void fill(Database& database)
{
    migrate(database);
    std::string bytes;
    for (int byte = 0; byte < 256; ++byte) bytes += static_cast<char>(byte);
    auto connection = database.lease(true);
    connection->begin(true, "990");
    connection->run_script("insert into authority (id, gss, name, created_at) values ('990', 'E06000990', 'Harrowdale', 0), ('991', null, 'Ellerby \"East\", {1}\\ über', 0)");
    const auto school = Id::from_words("a school").text(), trust = Id::from_words("its trust").text();
    connection->run_script("insert into organisation (authority_id, id, kind, name, created_at) values ('990', '" + trust + "', 'trust', 'Trust', 0);"
                           "insert into organisation (authority_id, id, kind, name, street, parent_id, created_at) values ('990', '" + school + "', 'school', 'O''Hara''s', '', '" + trust + "', 0)");
    const std::string keep = database.engine() == Engine::sqlite ? "insert into document_content (authority_id, sha256, bytes) values ('990', 'x', ?1)"
                                                                 : "insert into document_content (authority_id, sha256, bytes) values ('990', 'x', $1)";
    run_text(*connection, keep, {{"bytes", Blob{bytes}}});
    connection->run_script("insert into task (authority_id, id, kind, title, why, severity, due_on, about_entity, about_id, href, organisation_id, created_at) values ('990', '" +
                           Id::from_words("a task").text() + "', 'k', 'A task', '', 'info', '2026-11-23', 'x', '" + school + "', '/', '" + school + "', 1763890200000)");
    connection->commit();
    connection.reset();  // SQLite has one writer
    for (int count = 0; count < 30; ++count) add_event(database, count % 3 == 0 ? "991" : "990", "event " + std::to_string(count));
}

/// Runs the test with a database that is filled, on each engine.
inline void for_each_filled(const std::function<void(Engine, const std::string& address, Database&, const TestFolder&)>& test, std::source_location where = std::source_location::current())
{
    const auto with = [&](Engine engine) {
        const TestFolder folder;
        const auto address = empty_database(engine, folder);
        const auto database = open_database(address);
        fill(*database);
        test(engine, address, *database, folder);
    };
    const auto line = std::to_string(where.line());
    SUBCASE(("SQLite, line " + line).c_str()) { with(Engine::sqlite); }
    SUBCASE(("PostgreSQL, line " + line).c_str()) { with(Engine::postgres); }
}

}  // namespace waymark::testing
