// What was decided, marked, recorded and looked at is never changed or removed, whoever asks: the database refuses.
#include <doctest/doctest.h>

#include "support/engines.hpp"

using namespace waymark;
using namespace waymark::testing;

namespace {

struct AppendOnly {
    std::string table;
    std::string column;  // one that somebody might like to change
    std::string a_row;
};

const AppendOnly append_only[] = {
    {"event", "reason",
     "insert into event (authority_id, sequence, at, verb, entity, about, previous_hash, hash) values ('990', 1, 0, 'sent', 'referral', "
     "'019aaf00-0000-7000-8000-000000000001', '', '')"},
    {"view_log", "what",
     "insert into view_log (authority_id, id, at, pupil_id, what) values ('990', '019aaf00-0000-7000-8000-000000000001', 0, "
     "'019aaf00-0000-7000-8000-000000000002', 'pupil')"},
    {"decision", "reasons",
     "insert into decision (authority_id, id, referral_id, outcome, reasons, decided_on, created_at, created_by) values ('990', "
     "'019aaf00-0000-7000-8000-000000000001', '019aaf00-0000-7000-8000-000000000002', 'not_agreed', 'x', '2026-11-23', 0, '019aaf00-0000-7000-8000-000000000003')"},
    {"attendance_mark", "reason",
     "insert into attendance_mark (authority_id, pupil_id, day, session, revision, school_year, placement_id, organisation_id, arrival, code, "
     "recorded_at, recorded_by) values ('990', '019aaf00-0000-7000-8000-000000000001', '2026-11-23', 'am', 1, 2026, "
     "'019aaf00-0000-7000-8000-000000000002', '019aaf00-0000-7000-8000-000000000003', 'here', 'B', 0, '019aaf00-0000-7000-8000-000000000004')"},
    {"declared_children", "told_by",
     "insert into declared_children (authority_id, id, organisation_id, from_day, full_time, full_time_vulnerable, told_by, created_at, created_by) "
     "values ('990', '019aaf00-0000-7000-8000-000000000001', '019aaf00-0000-7000-8000-000000000002', '2026-11-23', 1, 0, 'x', 0, "
     "'019aaf00-0000-7000-8000-000000000003')"},
    {"registration_report", "words",
     "insert into registration_report (authority_id, id, organisation_id, reported_on, words, created_at, created_by) values ('990', "
     "'019aaf00-0000-7000-8000-000000000001', '019aaf00-0000-7000-8000-000000000002', '2026-11-23', 'x', 0, '019aaf00-0000-7000-8000-000000000003')"},
};

/// A row without the rows it refers to: this test is about one table at a time.
void insert_alone(World& world, const std::string& row)
{
    const auto connection = world.database.lease(true);
    const bool is_sqlite = world.database.engine() == Engine::sqlite;
    if (is_sqlite) connection->run_script("pragma foreign_keys = off");
    connection->begin(true, "990");
    if (!is_sqlite) connection->run_script("set local session_replication_role = replica");
    connection->run_script(row);
    connection->commit();
}

}  // namespace

TEST_CASE("what happened is never changed or removed")
{
    for_each_engine([](World& world) {
        for (const auto& [table, column, a_row] : append_only) {
            CAPTURE(table);
            insert_alone(world, a_row);
            CHECK_THROWS_AS(world.database.lease(true)->run_script("update " + table + " set " + column + " = 'y'"), DatabaseFailure);
            CHECK_THROWS_AS(world.database.lease(true)->run_script("delete from " + table), DatabaseFailure);
        }
    });
}
