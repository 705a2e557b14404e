// Reads the shape of the tables from the engine's catalogue, by the statements that schema.sql is written with.
#include "platform/database/tables.hpp"

#include <algorithm>
#include <stdexcept>

#include "foundation/text.hpp"
#include "platform/database/migrate.sql.hpp"
#include "platform/database/schema.sql.hpp"
#include "platform/database/tables.sql.hpp"

namespace waymark {
namespace {

ColumnKind kind_of(std::string_view type)
{
    const std::string name = lower_ascii(type);
    if (name.starts_with("uuid")) return ColumnKind::uuid;  // on SQLite uuid_text, date_text, bytea_blob: see tools/embed_sql
    if (name.starts_with("date")) return ColumnKind::date;
    if (name.starts_with("bytea")) return ColumnKind::bytea;
    if (name == "text") return ColumnKind::text;
    if (name == "bigint") return ColumnKind::bigint;
    if (name == "integer") return ColumnKind::integer;
    if (name == "boolean") return ColumnKind::boolean;
    if (name == "double precision") return ColumnKind::double_precision;
    throw std::logic_error("No column may have the type " + name);
}

std::vector<std::string> names_in(std::string_view list)
{
    std::vector<std::string> names;
    for (const auto part : split(list, ',')) names.emplace_back(trimmed(part));
    return names;
}

std::map<std::string, TableShape> shapes(Connection& connection)
{
    std::map<std::string, TableShape> found;
    connection.execute(database::sql::columns_of_schema, {}, [&](const Row& row) {
        auto& table = found[row.text("table_name")];
        table.name = row.text("table_name");
        table.columns.push_back({row.text("column_name"), kind_of(row.view("type"))});
    });
    connection.execute(database::sql::keys_of_schema, {}, [&](const Row& row) {
        const auto table = found.find(row.text("table_name"));
        if (table == found.end() || row.is_null("columns")) return;
        const std::string kind = row.text("kind");
        if (kind == "primary key") table->second.key = names_in(row.view("columns"));
        if (kind == "foreign key" && row.view("other_table") != table->first) table->second.refers_to.insert(row.text("other_table"));
    });
    return found;
}

}  // namespace

bool TableShape::holds_bytes() const
{
    return std::ranges::any_of(columns, [](const TableColumn& column) { return column.kind == ColumnKind::bytea; });
}

std::vector<TableShape> tables_in_order(Connection& connection)
{
    auto left = shapes(connection);
    std::vector<TableShape> order;
    std::set<std::string> placed;
    while (!left.empty()) {
        const auto ready = std::ranges::find_if(left, [&](const auto& each) {
            return std::ranges::all_of(each.second.refers_to, [&](const std::string& other) { return placed.contains(other); });
        });
        if (ready == left.end()) throw std::logic_error("Tables refer to each other in a circle: " + left.begin()->first);
        if (ready->second.key.empty()) throw std::logic_error("The table " + ready->first + " has no primary key");
        placed.insert(ready->first);
        order.push_back(std::move(ready->second));
        left.erase(ready);
    }
    return order;
}

std::map<std::string, std::int64_t> rows_by_table(Connection& connection)
{
    std::map<std::string, std::int64_t> rows;
    for (const auto& [name, shape] : shapes(connection))
        run_text(connection, "select count(*) as count from " + quoted_name(name), {}, [&](const Row& row) { rows[name] = row.integer("count"); });
    return rows;
}

std::set<int> migrations_applied(Connection& connection)
{
    bool is_there = false;
    connection.execute(database::sql::list_of_migrations, {}, [&](const Row& row) { is_there = row.number("count") > 0; });
    std::set<int> numbers;
    if (is_there) connection.execute(database::sql::applied_migrations, {}, [&](const Row& row) { numbers.insert(row.number("number")); });
    return numbers;
}

bool is_bare(Connection& connection)
{
    bool found = false;
    connection.execute(database::sql::things_there, {}, [&](const Row& row) { found = row.integer("count") == 0; });
    return found;
}

bool sees_every_row(Connection& connection)
{
    bool sees = false;
    connection.execute(database::sql::sees_every_row, {}, [&](const Row& row) { sees = row.boolean("sees"); });
    return sees;
}

std::int64_t run_text(Connection& connection, const std::string& sql, const std::vector<Binding>& bindings, const std::function<void(const Row&)>& each)
{
    std::vector<const Binding*> given;
    given.reserve(bindings.size());
    for (const Binding& binding : bindings) given.push_back(&binding);
    return connection.execute(Statement{"the schema as it stands", sql, sql, {}}, given, each);
}

std::string quoted_name(std::string_view name)
{
    std::string quoted = "\"";
    for (const char letter : name) {
        if (letter == '"') quoted += '"';
        quoted += letter;
    }
    return quoted + '"';
}

}  // namespace waymark
