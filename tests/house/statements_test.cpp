// Every statement of the house is understood by both engines, and none reads the whole of a large table.
#include <doctest/doctest.h>

#include <regex>
#include <set>

#include "support/all_statements.hpp"
#include "support/engines.hpp"

using namespace waymark;
using namespace waymark::testing;

namespace {

/// Tables that grow with children, days and events. The first three grow without end, so reading all of one authority's
/// share is as bad there as reading everybody's.
const std::set<std::string> endless_tables{"attendance_mark", "event", "view_log"};
const std::set<std::string> large_tables{"attendance_mark", "event",    "view_log",  "pupil",         "enrolment",      "pupil_access",
                                         "referral",        "placement", "contact",   "timetable_slot", "sen_record",    "task",
                                         "decision",        "review",    "document", "circumstance",   "app_user",       "organisation"};

/// The names under which the statement speaks of that table: SQLite's plans give the alias and not the table.
std::set<std::string> names_of(const std::string& table, const std::string& sql)
{
    static const std::set<std::string> not_an_alias{"where", "on",    "join",  "left",  "inner",  "cross", "full",    "order", "group", "set",
                                                    "union", "limit", "using", "window", "having", "values", "returning", "except", "select"};
    std::set<std::string> names{table};
    const std::regex mention{"\\b" + table + "\\b(?:\\s+as)?\\s+([a-z_][a-z0-9_]*)"};
    for (std::sregex_iterator found{sql.begin(), sql.end(), mention}, end; found != end; ++found)
        if (!not_an_alias.contains((*found)[1])) names.insert((*found)[1]);
    return names;
}

/// What is wrong with one step of SQLite's plan; empty when nothing is.
std::string fault_of(const std::string& step, const std::string& sql)
{
    static const std::regex reading{"^(SCAN|SEARCH) ([a-z_0-9]+)(.*)$"};
    std::smatch part;
    if (!std::regex_match(step, part, reading)) return {};
    const std::string how = part[1], name = part[2], rest = part[3];
    for (const std::string& table : large_tables) {
        if (!names_of(table, sql).contains(name)) continue;
        if (how == "SCAN") return "reads all of " + table;
        if (endless_tables.contains(table) && rest.ends_with("(authority_id=?)")) return "reads all of one authority's " + table;
    }
    return {};
}

std::vector<std::string> faults_of(Connection& connection, const Statement& statement)
{
    const std::string explained = "explain query plan " + std::string{statement.sqlite};
    const Binding nothing{"", std::nullopt};
    const std::vector<const Binding*> bindings(statement.parameters.size(), &nothing);
    std::vector<std::string> faults;
    std::set<std::pair<std::int64_t, std::string>> subqueries;  // that are named as a table is: what stands beside them reads their rows, not the table’s
    connection.execute({statement.name, explained, {}, statement.parameters}, bindings, [&](const Row& row) {
        const std::string detail = row.text("detail");
        if (detail.starts_with("CO-ROUTINE ")) subqueries.emplace(row.integer("parent"), detail.substr(11));
        if (detail.starts_with("SCAN ") && subqueries.contains({row.integer("parent"), detail.substr(5)})) return;
        const std::string fault = fault_of(row.text("detail"), std::string{statement.sqlite});
        if (!fault.empty()) faults.push_back(std::string{statement.name} + " " + fault);
    });
    return faults;
}

}  // namespace

TEST_CASE("both engines understand every statement")
{
    for_each_engine([](World& world) {
        const auto connection = world.database.lease(true);
        for (const Statement& statement : all_statements()) CHECK_NOTHROW(connection->prepare(statement));
    });
}

TEST_CASE("no statement reads the whole of a large table")
{
    for_each_engine([](World& world) {
        if (world.database.engine() != Engine::sqlite) return;
        const auto connection = world.database.lease(true);
        for (const Statement& statement : all_statements())
            for (const std::string& fault : faults_of(*connection, statement)) FAIL_CHECK(fault);
    });
}

TEST_CASE("a planted full scan is found, under an alias too")
{
    for_each_engine([](World& world) {
        if (world.database.engine() != Engine::sqlite) return;
        const auto connection = world.database.lease(true);
        const auto count_faults = [&](std::string_view sql) { return faults_of(*connection, {"planted", sql, sql, {}}).size(); };
        CHECK(count_faults("select verb from event e where e.reason = 'x'") == 1);
        CHECK(count_faults("select verb from event where authority_id = '990' and reason = 'x'") == 1);
        CHECK(count_faults("select verb from event where authority_id = '990' and sequence > 7") == 0);
        CHECK(count_faults("select name from organisation order by name") == 1);
        CHECK(count_faults("select p.name from (select name from organisation p order by name limit 5) p") == 1);
        CHECK(count_faults("select p.name from (select name from organisation p where authority_id = '990' order by name limit 5) p") == 0);
        CHECK(count_faults("select name from organisation where authority_id = '990' order by name") == 0);
    });
}
