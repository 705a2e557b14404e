// Describes the schema in one text that is the same on both engines: tables by the area that owns them, with their
// columns, keys and indexes. What each engine words in its own way (checks, triggers,
// full-text indexes) stands in the migrations only.
#include <algorithm>
#include <map>
#include <regex>

#include "foundation/text.hpp"
#include "platform/database/database.hpp"
#include "platform/database/migrations.hpp"
#include "platform/database/schema.sql.hpp"

namespace waymark {
namespace {

struct Table {
    std::vector<std::string> lines;    // columns, then keys
    std::vector<std::string> keys;
    std::vector<std::string> indexes;
};
using Tables = std::map<std::string, Table>;

void replace_all(std::string& text, std::string_view what, std::string_view with)
{
    for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += with.size()) text.replace(at, what.size(), with);
}

/// Without PostgreSQL's casts: 'open'::text → 'open'.
std::string without_casts(const std::string& expression)
{
    static const std::regex cast{"::[a-z]+( precision| varying)?"};
    return std::regex_replace(expression, cast, "");
}

/// SQLite's names for the types it lacks (tools/embed_sql), turned back.
std::string common_type(std::string type)
{
    type = lower_ascii(type);
    for (const char* ending : {"_text", "_blob"}) replace_all(type, ending, "");
    return type;
}

/// The text of an index as a migration writes it: PostgreSQL adds its schema, its method, casts, brackets and quotes.
std::string common_index(std::string definition)
{
    definition = without_casts(definition);
    for (const char* word : {"CREATE ", "UNIQUE ", "INDEX ", " ON ", " WHERE ", " IS NOT NULL", " IS NULL", " AND ", " DESC"})
        replace_all(definition, word, lower_ascii(word));
    replace_all(definition, "\"", "");
    replace_all(definition, "public.", "");
    replace_all(definition, " USING btree", "");
    static const std::regex spaces{"\\s+"}, brackets{" where \\((.*)\\)$"}, one_of{"(\\w+) = ANY \\(ARRAY\\[(.*?)\\]\\)"};
    definition = std::regex_replace(definition, spaces, " ");
    definition = std::regex_replace(definition, brackets, " where $1");
    definition = std::regex_replace(definition, one_of, "$1 in ($2)");
    return definition;
}

void read_columns(Connection& connection, Tables& tables)
{
    connection.execute(database::sql::columns_of_schema, {}, [&](const Row& row) {
        std::string line = row.text("column_name") + " " + common_type(row.text("type"));
        if (row.boolean("required")) line += " not null";
        if (!row.is_null("fallback")) line += " default " + without_casts(row.text("fallback"));
        tables[row.text("table_name")].lines.push_back(line);
    });
}

void read_keys(Connection& connection, Tables& tables)
{
    connection.execute(database::sql::keys_of_schema, {}, [&](const Row& row) {
        if (row.is_null("columns")) return;  // a table without a primary key
        std::string line = row.text("kind") + " (" + row.text("columns") + ")";
        if (!row.is_null("other_table")) line += " references " + row.text("other_table") + " (" + row.text("other_columns") + ")";
        tables[row.text("table_name")].keys.push_back(line);
    });
    const auto rank = [](const std::string& key) { return key.starts_with("primary") ? 0 : key.starts_with("unique") ? 1 : 2; };
    for (auto& [name, table] : tables) {
        std::ranges::sort(table.keys, [&](const auto& left, const auto& right) {
            return std::pair{rank(left), left} < std::pair{rank(right), right};
        });
        table.lines.insert(table.lines.end(), table.keys.begin(), table.keys.end());
    }
}

void read_indexes(Connection& connection, Tables& tables)
{
    connection.execute(database::sql::indexes_of_schema, {}, [&](const Row& row) {
        tables[row.text("table_name")].indexes.push_back(common_index(row.text("definition")) + ";");
    });
    for (auto& [name, table] : tables) std::ranges::sort(table.indexes);
}

/// Which area owns which table, in building order: the migrations say so with `-- area: people` above the tables.
std::vector<std::pair<std::string, std::vector<std::string>>> areas_with_tables()
{
    std::vector<std::pair<std::string, std::vector<std::string>>> areas;
    const auto area_of = [&](const std::string& name) -> std::vector<std::string>& {
        const auto found = std::ranges::find(areas, name, [](const auto& area) { return area.first; });
        return found != areas.end() ? found->second : areas.emplace_back(name, std::vector<std::string>{}).second;
    };
    static const std::regex mark{"^-- area: ([a-z]+)|^create table ([a-z_]+)", std::regex::multiline};
    std::string current = "platform";
    for (const Migration& migration : migrations()) {
        const std::string text{migration.postgres};
        for (std::sregex_iterator found{text.begin(), text.end(), mark}, end; found != end; ++found) {
            if ((*found)[1].matched) current = (*found)[1];
            else area_of(current).push_back((*found)[2]);
        }
    }
    area_of("platform").emplace_back("schema_migration");
    for (auto& [area, tables] : areas) std::ranges::sort(tables);
    return areas;
}

std::string described(const std::string& name, const Table& table)
{
    std::string text = "create table " + name + " (\n";
    for (const auto& line : table.lines) text += "    " + line + (&line == &table.lines.back() ? "\n" : ",\n");
    text += ");\n";
    for (const auto& index : table.indexes) text += index + "\n";
    return text + "\n";
}

}  // namespace

std::string described_schema(Database& database)
{
    Tables tables;
    {
        const auto connection = database.lease(false);
        connection->begin(false, "");
        read_columns(*connection, tables);
        read_keys(*connection, tables);
        read_indexes(*connection, tables);
        connection->commit();
    }
    std::string text =
        "-- The schema as it stands now, made from the migrations; the same on SQLite and PostgreSQL. Do not edit:\n"
        "-- WAYMARK_WRITE_SCHEMA=1 and the test program write it. Checks, triggers and full-text indexes stand in db/migrations.\n\n";
    for (const auto& [area, names] : areas_with_tables()) {
        text += "-- area: " + area + "\n\n";
        for (const auto& name : names)
            if (const auto table = tables.find(name); table != tables.end()) {
                text += described(name, table->second);
                tables.erase(table);
            }
    }
    for (const auto& [name, table] : tables) text += "-- of no area\n\n" + described(name, table);
    text.pop_back();
    return text;
}

}  // namespace waymark
