// One scratch folder a program. On SQLite each test gets a copy of a migrated file; on PostgreSQL, where a copy takes a
// tenth of a second, all tests use one database and each leaves it as it found it: what they added is deleted.
#include "support/engines.hpp"

#include <doctest/doctest.h>
#include <signal.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "foundation/uk_time.hpp"
#include "support/scratch_postgres.hpp"

namespace waymark::testing {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view folder_start = "waymark-tests-";

/// In memory where there is room for it: the tests wait for no disk.
fs::path place_for_folders()
{
    std::error_code none;
    const fs::path memory = "/dev/shm";
    const fs::space_info room = fs::space(memory, none);
    return !none && ::access(memory.c_str(), W_OK) == 0 && room.available > (1ULL << 30) ? memory : fs::temp_directory_path();
}

/// What a crashed run left behind.
void remove_folders_of_dead_programs()
{
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator{place_for_folders(), ignored}) {
        const std::string name = entry.path().filename();
        if (!name.starts_with(folder_start)) continue;
        const int owner = std::atoi(name.c_str() + folder_start.size());
        if (owner > 0 && kill(owner, 0) != 0 && errno == ESRCH) fs::remove_all(entry.path(), ignored);
    }
}

/// Whom and what every test may count on: see World.
void add_harrowdale(Database& database)
{
    const auto connection = database.lease(true);
    connection->begin(true, "990");
    connection->run_script(
        "insert into authority (id, gss, name, created_at) values ('990', 'E06000990', 'Harrowdale', 0),"
        " ('991', 'E06000991', 'Ellerby', 0), ('992', 'E06000992', 'Stowmoor', 0);"
        "insert into organisation (authority_id, id, kind, name, created_at) values ('990', '" + OrganisationId{Id::from_words("Harrowdale Council")}.text() +
        "', 'authority_team', 'Harrowdale Council', 0);"
        "insert into app_user (authority_id, id, name, email, created_at) values ('990', '" + UserId{Id::from_words("Priya Raman")}.text() +
        "', 'Priya Raman', 'priya.raman@harrowdale.example', 0)");
    connection->commit();
}

class Scratch {
public:
    Scratch() : folder_{place_for_folders() / (std::string{folder_start} + std::to_string(getpid()))}
    {
        remove_folders_of_dead_programs();
        fs::create_directories(folder_);
    }
    Scratch(const Scratch&) = delete;
    ~Scratch()
    {
        if (std::getenv("WAYMARK_KEEP_POSTGRES")) {
            std::cerr << "PostgreSQL kept: psql '" << (postgres_ ? postgres_->address("harrowdale") : "") << "'\n";
            return;
        }
        harrowdale_.reset();
        postgres_.reset();
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }

    std::string new_sqlite(bool migrated)
    {
        const fs::path file = folder_ / ("test" + std::to_string(++count_) + ".db");
        if (migrated) {
            const fs::path original = folder_ / "template.db";
            if (!fs::exists(original)) {
                const auto database = open_database("sqlite:" + original.string());
                migrate(*database);
                add_harrowdale(*database);
            }
            fs::copy_file(original, file);
        }
        return file.string();
    }

    Database& migrated_postgres()
    {
        if (!harrowdale_) {
            administer("create database harrowdale template template0");
            harrowdale_ = open_database(server().address("harrowdale"));
            migrate(*harrowdale_);
            add_harrowdale(*harrowdale_);
        }
        return *harrowdale_;
    }

    std::unique_ptr<Database> new_postgres()
    {
        const std::string name = "test" + std::to_string(++count_);
        administer("create database " + name + " template template0");
        return open_database(server().address(name));
    }

    ScratchPostgres& server()
    {
        if (!postgres_) postgres_ = std::make_unique<ScratchPostgres>(folder_ / "postgres");
        return *postgres_;
    }

private:
    void administer(const std::string& sql) { open_database(server().address("postgres"))->lease(true)->run_script(sql); }

    fs::path folder_;
    std::unique_ptr<ScratchPostgres> postgres_;
    std::unique_ptr<Database> harrowdale_;
    int count_ = 0;
};

Scratch& scratch()
{
    static Scratch one;
    return one;
}

/// doctest runs each subcase of a name once, so the name says which call it is.
std::string named(const char* engine, const std::source_location& where)
{
    return std::string{engine} + ", line " + std::to_string(where.line());
}

/// Runs the test in a SQLite file of its own.
void on_sqlite(bool migrated, const std::function<void(Database&)>& test)
{
    const std::string file = scratch().new_sqlite(migrated);
    const auto database = open_database("sqlite:" + file);
    test(*database);
    for (const char* part : {"", "-wal", "-shm"}) fs::remove(file + part);
}

/// Deletes what a test added, past the triggers that refuse it to everybody else.
class LeaveAsFound {
public:
    explicit LeaveAsFound(Database& database) : database_{database} {}
    LeaveAsFound(const LeaveAsFound&) = delete;
    ~LeaveAsFound()
    {
        const auto connection = database_.lease(true);
        connection->begin(true, "990");
        connection->run_script(
            "set local session_replication_role = replica;"
            "do $$ declare which text; begin"
            " for which in select tablename from pg_tables where schemaname = 'public' and tablename <> 'schema_migration'"
            " loop execute format('delete from %I', which); end loop; end $$");
        connection->commit();
        add_harrowdale(database_);
    }

private:
    Database& database_;
};

}  // namespace

World::World(Database& opened)
    : database{opened}, context{opened, "990", date(2026, 11, 23), uk_instant(date(2026, 11, 23), 9, 30)}
{
    context.who = {.user = {Id::from_words("Priya Raman")},
                   .name = "Priya Raman",
                   .role = Role::commissioner,
                   .organisation = {Id::from_words("Harrowdale Council")},
                   .organisation_name = "Harrowdale Council",
                   .user_agent_address = "192.0.2.10"};
}

Context World::of_authority(std::string code) const { return {database, std::move(code), context.today, context.now}; }

void for_each_engine(const std::function<void(World&)>& test, std::source_location where)
{
    const auto in_world = [&](Database& database) {
        World world{database};
        test(world);
    };
    SUBCASE(named("SQLite", where).c_str()) { on_sqlite(true, in_world); }
    SUBCASE(named("PostgreSQL", where).c_str())
    {
        Database& database = scratch().migrated_postgres();
        const LeaveAsFound afterwards{database};
        in_world(database);
    }
}

void for_each_empty_engine(const std::function<void(Database&)>& test, std::source_location where)
{
    SUBCASE(named("SQLite", where).c_str()) { on_sqlite(false, test); }
    SUBCASE(named("PostgreSQL", where).c_str()) { test(*scratch().new_postgres()); }
}

ScratchPostgres& scratch_postgres() { return scratch().server(); }

}  // namespace waymark::testing
