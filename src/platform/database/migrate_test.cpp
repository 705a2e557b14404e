// Migrations: once each, safe when several servers start at once, and never on a database that is newer.
#include <doctest/doctest.h>

#include <thread>

#include "platform/database/migrations.hpp"
#include "support/engines.hpp"

using namespace waymark;
using namespace waymark::testing;

TEST_CASE("an empty database gets every migration once")
{
    for_each_empty_engine([](Database& database) {
        CHECK(migrate(database) == static_cast<int>(migrations().size()));
        CHECK(migrate(database) == 0);
    });
}

TEST_CASE("servers that start at once share the work of migrating")
{
    for_each_empty_engine([](Database& database) {
        int first = 0, second = 0;
        std::thread other{[&] { second = migrate(database); }};
        first = migrate(database);
        other.join();
        CHECK(first + second == static_cast<int>(migrations().size()));
    });
}

TEST_CASE("an older program refuses a database that a newer one has migrated")
{
    for_each_empty_engine([](Database& database) {
        migrate(database);
        database.lease(true)->run_script("insert into schema_migration (number, name) values (9999, '9999_later')");
        CHECK_THROWS_AS(migrate(database), DatabaseFailure);
    });
}

TEST_CASE("the engine can look at how its tables are filled, an empty database included, and change nothing in them")
{
    for_each_empty_engine([](Database& database) {
        migrate(database);
        const auto before = described_schema(database);
        gather_statistics(database);
        gather_statistics(database);
        CHECK(described_schema(database) == before);
    });
}

TEST_CASE("the migrations are numbered in order, without a number twice")
{
    int last = 0;
    for (const Migration& migration : migrations()) {
        CAPTURE(migration.name);
        CHECK(migration.number > last);
        last = migration.number;
    }
}
