// Storage tests run on both engines: each test gets a migrated database of its own, on SQLite and then on PostgreSQL.
//
//     TEST_CASE("a goal is kept with its measure")
//     {
//         for_each_engine([](World& world) {
//             world.context.in_transaction([&](Transaction& tx) -> Result<void> { … });
//         });
//     }
#pragma once

#include <functional>
#include <source_location>
#include <string>

#include "platform/context.hpp"
#include "platform/database/database.hpp"

namespace waymark::testing {

/// A morning in Harrowdale: 23 November 2026, half past nine. The authorities 990 (Harrowdale), 991 and 992 exist, and
/// in 990 the commissioning team and Priya Raman, who asks.
struct World {
    explicit World(Database& opened);

    Database& database;
    Context context;

    /// The same morning, asked from another authority, by nobody.
    [[nodiscard]] Context of_authority(std::string code) const;
};

/// Runs the test on SQLite and on PostgreSQL, as two subcases named by the calling line: call it several times in a test
/// if you like, but not in a loop. The PostgreSQL is started for this program alone, once.
void for_each_engine(const std::function<void(World&)>& test, std::source_location where = std::source_location::current());

/// The tests' PostgreSQL itself: for tests of what happens when it goes away.
[[nodiscard]] class ScratchPostgres& scratch_postgres();

/// A database with nothing in it, not even the schema: for tests of the migrations.
void for_each_empty_engine(const std::function<void(Database&)>& test,
                           std::source_location where = std::source_location::current());

}  // namespace waymark::testing
