// Brings a schema up to date, one migration a transaction. Each transaction takes the same lock before it looks, so of
// several servers that start at once one applies a migration and the others find it done.
#include <set>

#include "platform/database/authority_lock.hpp"
#include "platform/database/copying.hpp"
#include "platform/database/database.hpp"
#include "platform/database/migrate.sql.hpp"
#include "platform/database/migrations.hpp"

namespace waymark {
namespace {

constexpr std::string_view lock = "schema_migration";  // where an authority's code stands otherwise

/// The role of an authority may read which migrations were applied and make no table: only where the list is missing is it made.
std::set<int> applied_numbers(Connection& connection)
{
    bool is_there = false;
    connection.execute(database::sql::list_of_migrations, {}, [&](const Row& row) { is_there = row.number("count") > 0; });
    if (!is_there) connection.run_script("create table if not exists schema_migration (number integer not null primary key, name text not null)");
    std::set<int> numbers;
    connection.execute(database::sql::applied_migrations, {}, [&](const Row& row) { numbers.insert(row.number("number")); });
    return numbers;
}

void check_not_newer(const std::set<int>& applied)
{
    if (applied.contains(copy_under_way))
        throw DatabaseFailure("This database is half of a copy. Go on with `waymark copy`, or make an empty one and begin again.");
    const int newest_known = migrations().empty() ? 0 : migrations().back().number;
    if (!applied.empty() && *applied.rbegin() > newest_known)
        throw DatabaseFailure("This database was last used by a newer Waymark (its migration " + std::to_string(*applied.rbegin()) +
                              ", this program knows " + std::to_string(newest_known) + "). Start that version or a newer one.");
}

void apply(Connection& connection, Engine engine, const Migration& migration)
{
    try {
        connection.run_script(engine == Engine::sqlite ? migration.sqlite : migration.postgres);
    } catch (const DatabaseFailure& failure) {
        throw DatabaseFailure("Migration " + std::string{migration.name} + ": " + failure.what());
    }
    const Binding number{"number", migration.number}, name{"name", migration.name};
    const Binding* const bindings[] = {&number, &name};
    connection.execute(database::sql::note_migration, bindings, nullptr);
}

/// Applies the first migration that is missing; false when none is.
bool apply_next(Connection& connection, Engine engine)
{
    const auto applied = applied_numbers(connection);
    check_not_newer(applied);
    for (const Migration& migration : migrations()) {
        if (applied.contains(migration.number)) continue;
        apply(connection, engine, migration);
        lock_rows_by_authority(connection, engine);
        return true;
    }
    return false;
}

}  // namespace

void gather_statistics(Database& database)
{
    database.lease(true)->run_script(database.engine() == Engine::sqlite ? "pragma analysis_limit = 1000; analyze;" : "analyze;");
}

int migrate(Database& database)
{
    const auto connection = database.lease(true);
    for (int count = 0;; ++count) {
        connection->begin(true, lock);
        try {
            const bool applied = apply_next(*connection, database.engine());
            connection->commit();
            if (!applied) return count;
        } catch (...) {
            connection->roll_back();
            throw;
        }
    }
}

}  // namespace waymark
