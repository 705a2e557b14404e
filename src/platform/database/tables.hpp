// The tables as they stand in a database, for what works on all of them alike: backups that count them, moving from one engine to the other.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "platform/database/database.hpp"

namespace waymark {

/// What a column holds, under the name that a migration gives it on both engines.
enum class ColumnKind { uuid, text, bigint, integer, boolean, date, double_precision, bytea };

struct TableColumn {
    std::string name;
    ColumnKind kind = ColumnKind::text;
};

struct TableShape {
    std::string name;
    std::vector<TableColumn> columns;     // as they were made
    std::vector<std::string> key;         // the columns of the primary key, in its order
    std::set<std::string> refers_to;      // other tables, never itself
    [[nodiscard]] bool holds_bytes() const;
};

/// Every table of the schema, each after those it refers to, and by name where that leaves a choice. An empty database has none.
/// Throws std::logic_error when a table has no primary key, or tables refer to each other in a circle: a migration would be wrong.
[[nodiscard]] std::vector<TableShape> tables_in_order(Connection& connection);

/// How many rows each table holds, in the transaction that is open.
[[nodiscard]] std::map<std::string, std::int64_t> rows_by_table(Connection& connection);

/// The numbers of the migrations that made this schema; none for a database that holds no list of them.
[[nodiscard]] std::set<int> migrations_applied(Connection& connection);

/// Whether nobody has made anything in it.
[[nodiscard]] bool is_bare(Connection& connection);

/// Whether this connection sees the rows of every authority: the role of one authority (authority_lock.hpp) does not.
[[nodiscard]] bool sees_every_row(Connection& connection);

/// The statement's text is put together from names that the engine's own catalogue gives, which no visitor can touch. For these two
/// purposes alone: all else stands in .sql files.
std::int64_t run_text(Connection& connection, const std::string& sql, const std::vector<Binding>& bindings = {}, const std::function<void(const Row&)>& each = nullptr);

/// A name as both engines take it, whatever it is.
[[nodiscard]] std::string quoted_name(std::string_view name);

}  // namespace waymark
