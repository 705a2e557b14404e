// One scratch folder a program, one migrated template an engine, one copy of it a test.
#include "support/engines.hpp"

#include <doctest/doctest.h>
#include <signal.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "foundation/uk_time.hpp"
#include "support/scratch_postgres.hpp"

namespace waymark::testing {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view folder_start = "waymark-tests-";

/// What a crashed run left behind.
void remove_folders_of_dead_programs()
{
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator{fs::temp_directory_path(), ignored}) {
        const std::string name = entry.path().filename();
        if (!name.starts_with(folder_start)) continue;
        const int owner = std::atoi(name.c_str() + folder_start.size());
        if (owner > 0 && kill(owner, 0) != 0) fs::remove_all(entry.path(), ignored);
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
    Scratch() : folder_{fs::temp_directory_path() / (std::string{folder_start} + std::to_string(getpid()))}
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

    std::string new_postgres(bool migrated)
    {
        if (!postgres_) {
            postgres_ = std::make_unique<ScratchPostgres>(folder_ / "postgres");
            administration_ = open_database(postgres_->address("postgres"));
            administer("create database harrowdale");
            const auto database = open_database(postgres_->address("harrowdale"));
            migrate(*database);
            add_harrowdale(*database);
        }
        const std::string name = "test" + std::to_string(++count_);
        administer("create database " + name + " template " + (migrated ? "harrowdale" : "template0") + " strategy file_copy");
        return name;
    }
    void drop_postgres(const std::string& name) { administer("drop database " + name + " with (force)"); }
    [[nodiscard]] std::string postgres_address(const std::string& name) const { return postgres_->address(name); }

private:
    void administer(const std::string& sql) { administration_->lease(true)->run_script(sql); }

    fs::path folder_;
    std::unique_ptr<ScratchPostgres> postgres_;
    std::unique_ptr<Database> administration_;
    int count_ = 0;
};

Scratch& scratch()
{
    static Scratch one;
    return one;
}

void on_both(bool migrated, const std::function<void(Database&)>& test)
{
    SUBCASE("on SQLite")
    {
        const std::string file = scratch().new_sqlite(migrated);
        const auto database = open_database("sqlite:" + file);
        test(*database);
        for (const char* part : {"", "-wal", "-shm"}) fs::remove(file + part);
    }
    SUBCASE("on PostgreSQL")
    {
        const std::string name = scratch().new_postgres(migrated);
        {
            const auto database = open_database(scratch().postgres_address(name));
            test(*database);
        }
        scratch().drop_postgres(name);
    }
}

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

void for_each_engine(const std::function<void(World&)>& test)
{
    on_both(true, [&](Database& database) {
        World world{database};
        test(world);
    });
}

void for_each_empty_engine(const std::function<void(Database&)>& test) { on_both(false, test); }

}  // namespace waymark::testing
