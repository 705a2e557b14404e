// The way of a copy: begin (schema, places, a mark that keeps servers out) → tables in batches → foreign keys → compare → the mark goes.
// Each step is a transaction of its own, so that a copy that is killed anywhere is found where the last step ended.
#include "platform/database/copying.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "foundation/json.hpp"
#include "foundation/text.hpp"
#include "platform/database/copying.sql.hpp"
#include "platform/database/migrations.hpp"
#include "platform/database/row_digest.hpp"
#include "platform/database/search_words.hpp"
#include "platform/database/tables.hpp"

namespace waymark {
namespace {

constexpr std::string_view lock = "copy";  // where an authority's code stands otherwise
constexpr const char *migrations_table = "schema_migration", *places = "copy_place", *keys_taken_off = "copy_foreign_key";
constexpr const char* source_name = "the source";  // a place of this name says what is copied

bool is_copied(const TableShape& table) { return table.name != migrations_table && table.name != places && table.name != keys_taken_off; }

std::string_view type_name(ColumnKind kind)
{
    switch (kind) {
    case ColumnKind::uuid: return "uuid";
    case ColumnKind::text: return "text";
    case ColumnKind::bigint: return "bigint";
    case ColumnKind::integer: return "integer";
    case ColumnKind::boolean: return "boolean";
    case ColumnKind::date: return "date";
    case ColumnKind::double_precision: return "double precision";
    case ColumnKind::bytea: return "bytea";
    }
    expects(false);
    return {};
}

std::vector<std::string> quoted_columns(const TableShape& table)
{
    std::vector<std::string> names;
    for (const auto& column : table.columns) names.push_back(quoted_name(column.name));
    return names;
}

std::size_t position_of(const TableShape& table, std::string_view column)
{
    return static_cast<std::size_t>(std::ranges::find(table.columns, column, &TableColumn::name) - table.columns.begin());
}

Binding bound(const Value& value, ColumnKind kind)
{
    if (kind == ColumnKind::bytea)
        if (const auto* bytes = std::get_if<std::string>(&value)) return {"value", Blob{*bytes}};
    return {"value", value};
}

/// Rows in the order of the key, a page at a time, so that neither engine's library holds a whole table.
class Pages {
public:
    Pages(Connection& connection, Engine engine, const TableShape& table, int rows_a_page) : connection_{connection}, table_{table}, rows_a_page_{rows_a_page}
    {
        std::vector<std::string> key, marks;
        for (const auto& name : table.key) {
            const auto kind = table.columns[position_of(table, name)].kind;
            const auto number = std::to_string(key.size() + 1);
            key.push_back(quoted_name(name));
            kinds_.push_back(kind);
            marks.push_back(engine == Engine::sqlite ? "?" + number : "cast($" + number + " as " + std::string{type_name(kind)} + ")");
        }
        const std::string start = "select " + join(quoted_columns(table), ", ") + " from " + quoted_name(table.name);
        const std::string end = " order by " + join(key, ", ") + " limit " + std::to_string(rows_a_page);
        first_page_ = start + end;
        later_page_ = start + " where (" + join(key, ", ") + ") > (" + join(marks, ", ") + ")" + end;
    }

    /// Hands on the rows after that key (none: from the beginning); answers how many. Fewer than a page: that was the end.
    int read(const RowValues& after, const std::function<void(RowValues)>& each)
    {
        std::vector<Binding> bindings;
        for (std::size_t part = 0; part < after.size(); ++part) bindings.push_back(bound(after[part], kinds_[part]));
        const std::string& sql = after.empty() ? first_page_ : later_page_;
        int count = 0;
        run_text(connection_, sql, bindings, [&](const Row& row) {
            ++count;
            each(values_of(row, table_));
        });
        return count;
    }

    [[nodiscard]] RowValues key_of(const RowValues& row) const
    {
        RowValues key;
        for (const auto& name : table_.key) key.push_back(row[position_of(table_, name)]);
        return key;
    }

    void read_all(const std::function<void(const RowValues&)>& each)
    {
        RowValues after;
        for (int count = rows_a_page_; count == rows_a_page_;)
            count = read(after, [&, this](const RowValues& row) {
                each(row);
                after = key_of(row);
            });
    }

private:
    Connection& connection_;
    const TableShape& table_;
    int rows_a_page_;
    std::string first_page_, later_page_;  // kept: an engine knows a prepared statement by its text's place
    std::vector<ColumnKind> kinds_;        // of the key
};

/// Files are up to 10 MB: few at a time.
int rows_a_page(const TableShape& table) { return table.holds_bytes() ? 8 : 5'000; }

/// One parameter that holds a column of many rows, as PostgreSQL writes a list.
class ColumnList {
public:
    void add(const Value& value, ColumnKind kind)
    {
        text_ += text_.empty() ? '{' : ',';
        if (std::holds_alternative<std::monostate>(value)) text_ += "NULL";
        else if (const auto* number = std::get_if<std::int64_t>(&value)) text_ += std::to_string(*number);
        else if (const auto* truth = std::get_if<bool>(&value)) text_ += *truth ? 't' : 'f';
        else if (const auto* real = std::get_if<double>(&value)) fmt::format_to(std::back_inserter(text_), "{}", *real);
        else if (kind == ColumnKind::bytea) add_bytes(std::get<std::string>(value));
        else add_text(std::get<std::string>(value));
    }
    [[nodiscard]] std::string take() { return text_.empty() ? "{}" : std::move(text_) + '}'; }

private:
    void add_text(std::string_view text)
    {
        text_ += '"';
        for (const char letter : text) {
            if (letter == '"' || letter == '\\') text_ += '\\';
            text_ += letter;
        }
        text_ += '"';
    }
    void add_bytes(std::string_view bytes)
    {
        constexpr std::string_view digits = "0123456789abcdef";
        text_ += "\"\\\\x";
        for (const char letter : bytes) {
            const auto byte = static_cast<unsigned char>(letter);
            text_ += digits[byte >> 4];
            text_ += digits[byte & 15];
        }
        text_ += '"';
    }

    std::string text_;
};

std::string insert_text(Engine engine, const TableShape& table)
{
    std::vector<std::string> marks;
    for (const auto& column : table.columns) {
        const auto number = std::to_string(marks.size() + 1);
        marks.push_back(engine == Engine::sqlite ? "?" + number : "cast($" + number + " as " + std::string{type_name(column.kind)} + "[])");
    }
    return "insert into " + quoted_name(table.name) + " (" + join(quoted_columns(table), ", ") + ") " +
           (engine == Engine::sqlite ? "values (" + join(marks, ", ") + ")" : "select * from unnest(" + join(marks, ", ") + ")");
}

/// All rows in one call, a list a column.
void insert_into_postgres(Connection& connection, const std::string& sql, const TableShape& table, const std::vector<RowValues>& rows)
{
    std::vector<Binding> bindings;
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        ColumnList list;
        for (const auto& row : rows) list.add(row[column], table.columns[column].kind);
        bindings.emplace_back("list", list.take());
    }
    run_text(connection, sql, bindings);
}

void insert_into_sqlite(Connection& connection, const std::string& sql, const TableShape& table, const std::vector<RowValues>& rows)
{
    for (const auto& row : rows) {
        std::vector<Binding> bindings;
        bindings.reserve(row.size());
        for (std::size_t column = 0; column < row.size(); ++column) bindings.push_back(bound(row[column], table.columns[column].kind));
        run_text(connection, sql, bindings);
    }
}

/// A key as JSON, to go on from.
std::string key_text(const RowValues& key)
{
    Json list = Json::array();
    for (const auto& part : key) {
        if (const auto* number = std::get_if<std::int64_t>(&part)) list.push_back(*number);
        else if (const auto* truth = std::get_if<bool>(&part)) list.push_back(*truth);
        else list.push_back(std::get<std::string>(part));
    }
    return json_text(list);
}

RowValues key_from(std::string_view text)
{
    RowValues key;
    if (text.empty()) return key;
    const auto list = read_json(text);
    expects(list.is_array());
    for (const auto& part : list) {
        if (part.is_number_integer()) key.emplace_back(part.get<std::int64_t>());
        else if (part.is_boolean()) key.emplace_back(part.get<bool>());
        else key.emplace_back(part.get<std::string>());
    }
    return key;
}

struct Place {
    std::string position;      // the last key that came over; empty: none yet
    std::int64_t rows = 0;
    bool is_done = false;
};

/// The target of a copy: where it stands, and what each step of it does, each in a transaction.
class Target {
public:
    Target(Database& database, Connection& connection)
        : engine_{database.engine()}, connection_{connection},
          keep_place_text_{marked("insert into copy_place (name, place, rows, done) values (?1, ?2, ?3, ?4) "
                                  "on conflict (name) do update set place = excluded.place, rows = excluded.rows, done = excluded.done")}
    {
    }

    template <class F>
    void in_transaction(F&& work)
    {
        connection_.begin(true, lock);
        try {
            work();
            connection_.commit();
        } catch (...) {
            connection_.roll_back();
            throw;
        }
    }

    [[nodiscard]] bool is_unfinished_copy()
    {
        bool found = false;
        connection_.execute(database::sql::list_of_copy, {}, [&](const Row& row) { found = row.integer("count") > 0; });
        return found;
    }

    void begin(const std::string& source)
    {
        in_transaction([&] {
            connection_.run_script("create table copy_place (name text not null primary key, place text not null, rows bigint not null, done boolean not null);"
                                   "create table copy_foreign_key (on_table text not null, name text not null, definition text not null, primary key (on_table, name))");
            keep_place(source_name, {source, 0, false});
            run_text(connection_, marked("insert into schema_migration (number, name) values (?1, ?2)"), {{"number", copy_under_way}, {"name", "a copy that is not finished"}});
            struct Key {
                std::string on_table, name, definition;
            };
            std::vector<Key> keys;
            connection_.execute(database::sql::foreign_keys_there, {}, [&](const Row& row) { keys.push_back({row.text("on_table"), row.text("name"), row.text("definition")}); });
            for (const auto& key : keys) {
                run_text(connection_, marked("insert into copy_foreign_key (on_table, name, definition) values (?1, ?2, ?3)"), {{"on", key.on_table}, {"name", key.name}, {"as", key.definition}});
                connection_.run_script("alter table " + quoted_name(key.on_table) + " drop constraint " + quoted_name(key.name));
            }
        });
    }

    [[nodiscard]] std::map<std::string, Place> places_kept()
    {
        std::map<std::string, Place> found;
        run_text(connection_, "select name, place, rows, done from copy_place", {}, [&](const Row& row) {
            found[row.text("name")] = {row.text("place"), row.integer("rows"), row.boolean("done")};
        });
        return found;
    }

    void add(const TableShape& table, const std::vector<RowValues>& rows, const Place& place)
    {
        in_transaction([&] {
            if (const auto& sql = inserts_.try_emplace(table.name, insert_text(engine_, table)).first->second; !rows.empty())
                engine_ == Engine::sqlite ? insert_into_sqlite(connection_, sql, table, rows) : insert_into_postgres(connection_, sql, table, rows);
            keep_place(table.name, place);
        });
    }

    void put_foreign_keys_back(const CopyProgress& progress)
    {
        if (engine_ == Engine::sqlite) return check_foreign_keys();
        struct Key {
            std::string on_table, name, definition;
        };
        std::vector<Key> keys;
        run_text(connection_, "select on_table, name, definition from copy_foreign_key order by on_table, name", {},
                 [&](const Row& row) { keys.push_back({row.text("on_table"), row.text("name"), row.text("definition")}); });
        for (std::size_t done = 0; const auto& key : keys) {
            progress("Checking what refers to what", static_cast<double>(done++) / static_cast<double>(keys.size()));
            in_transaction([&] {
                connection_.run_script("alter table " + quoted_name(key.on_table) + " add constraint " + quoted_name(key.name) + " " + key.definition);
                run_text(connection_, "delete from copy_foreign_key where on_table = $1 and name = $2", {{"on", key.on_table}, {"name", key.name}});
            });
        }
    }

    void end()
    {
        in_transaction([&] {
            fill_word_indexes(connection_, engine_);
            connection_.run_script("drop table copy_place; drop table copy_foreign_key");
            run_text(connection_, marked("delete from schema_migration where number = ?1"), {{"number", copy_under_way}});
        });
    }

private:
    [[nodiscard]] std::string marked(std::string sql) const
    {
        if (engine_ == Engine::postgres) std::ranges::replace(sql, '?', '$');
        return sql;
    }

    void keep_place(const std::string& name, const Place& place)
    {
        run_text(connection_, keep_place_text_,
                 {{"name", name}, {"place", place.position}, {"rows", place.rows}, {"done", place.is_done}});
    }

    void check_foreign_keys()
    {
        std::string fault;
        run_text(connection_, "select \"table\" as on_table, \"parent\" as refers_to from pragma_foreign_key_check limit 1", {},
                 [&](const Row& row) { fault = row.text("on_table") + " refers to a row of " + row.text("refers_to") + " that is not there"; });
        if (!fault.empty()) throw CopyRefused("What came over does not hold together: " + fault + ".");
    }

    Engine engine_;
    Connection& connection_;
    std::string keep_place_text_;
    std::map<std::string, std::string> inserts_;  // by table; kept, as an engine knows a prepared statement by its text's place
};

std::vector<TableShape> copied_tables(Connection& connection)
{
    auto tables = tables_in_order(connection);
    std::erase_if(tables, [](const TableShape& table) { return !is_copied(table); });
    return tables;
}

bool is_this_schema(std::set<int> applied)
{
    applied.erase(copy_under_way);
    return std::ranges::equal(applied, migrations(), {}, {}, &Migration::number);
}

/// What stands at the end of each trail, and the newest look: another database, or one that was written to, gives another text.
std::string fingerprint_of(Connection& connection)
{
    std::string text;
    run_text(connection, "select authority_id, sequence, hash from event_head order by authority_id", {}, [&](const Row& row) {
        text += row.text("authority_id") + " " + std::to_string(row.integer("sequence")) + " " + row.text("hash").substr(0, 16) + "; ";
    });
    return text;
}

/// Readies `to`: answers whether an earlier copy is gone on with.
bool begin(Connection& to, Target& target, const std::string& source)
{
    if (target.is_unfinished_copy()) {
        if (!is_this_schema(migrations_applied(to))) throw CopyRefused("The unfinished copy there was begun by another version of this program. Begin again in an empty database.");
        if (target.places_kept()[source_name].position != source)
            throw CopyRefused("The unfinished copy there is of another database, or the one that is copied has been written to since. Stop its servers, and begin again in an empty database.");
        return true;
    }
    if (!is_this_schema(migrations_applied(to))) throw CopyRefused("There is something in the database that the copy would go to, and nothing is written over. Make an empty one.");
    for (const auto& [table, rows] : rows_by_table(to))
        if (rows > 0 && table != migrations_table)
            throw CopyRefused("The database that the copy would go to is not empty: the table " + table + " has " + counted(rows, "row") + ". Nothing is written over: make an empty one.");
    target.begin(source);
    return false;
}

class Copying {
public:
    Copying(Database& from, Connection& source, Database& to, Connection& target, const CopyProgress& progress)
        : from_{from}, to_{to}, source_{source}, connection_{target}, target_{to, target}, progress_{progress}
    {
    }

    Copied copy()
    {
        if (!sees_every_row(source_) || !sees_every_row(connection_)) throw CopyRefused("A role of one authority sees its own rows only. Copy as the owner of the tables, on both sides.");
        copied_.was_gone_on_with = begin(connection_, target_, fingerprint_of(source_));
        const auto tables = copied_tables(source_);
        const auto there = rows_by_table(source_);
        const auto places_kept = target_.places_kept();
        for (const auto& table : tables) {
            const auto kept = places_kept.find(table.name);
            copy_table(table, kept == places_kept.end() ? Place{} : kept->second, there.at(table.name));
        }
        target_.put_foreign_keys_back(progress_);
        compare(tables, copied_tables(connection_));
        copied_.tables = tables.size();
        target_.end();
        return copied_;
    }

private:
    void copy_table(const TableShape& table, Place place, std::int64_t rows_there)
    {
        copied_.rows_before += place.rows;
        const int page = rows_a_page(table);
        Pages pages{source_, from_.engine(), table, page};
        while (!place.is_done) {
            std::vector<RowValues> rows;
            const int count = pages.read(key_from(place.position), [&](RowValues row) { rows.push_back(std::move(row)); });
            if (!rows.empty()) place.position = key_text(pages.key_of(rows.back()));
            place.rows += count;
            place.is_done = count < page;
            try {
                target_.add(table, rows, place);
            } catch (const DatabaseFailure& failure) {
                throw CopyRefused(fmt::format("Rows of {}, near {}, cannot stand there: {}", table.name, rows.empty() ? "its end" : key_words(rows.front(), table), failure.what()));
            }
            progress_(fmt::format("Copying {}: {} of {}", table.name, with_commas(place.rows), counted(rows_there, "row")),
                      rows_there > 0 ? std::min(1.0, static_cast<double>(place.rows) / static_cast<double>(rows_there)) : 1.0);
        }
    }

    RowDigest digest_of(Connection& connection, Engine engine, const TableShape& table, std::string_view side)
    {
        RowDigest digest{table};
        Pages{connection, engine, table, rows_a_page(table)}.read_all([&](const RowValues& row) {
            digest.add(row);
            if (digest.rows() % 5'000 == 0) progress_(fmt::format("Comparing {}: {} of the {}", table.name, counted(digest.rows(), "row"), side), -1);
        });
        return digest;
    }

    void compare(const std::vector<TableShape>& source_tables, const std::vector<TableShape>& target_tables)
    {
        for (std::size_t done = 0; const auto& table : source_tables) {
            progress_("Comparing " + table.name, static_cast<double>(done++) / static_cast<double>(source_tables.size()));
            const auto other = std::ranges::find(target_tables, table.name, &TableShape::name);
            if (other == target_tables.end()) throw CopyRefused("The table " + table.name + " is not there.");
            const auto before = digest_of(source_, from_.engine(), table, "source"), after = digest_of(connection_, to_.engine(), *other, "copy");
            if (const auto heaps = before.differing(after); !heaps.empty()) differ(table, *other, {heaps.begin(), heaps.end()}, before, after);
            copied_.rows += before.rows();
        }
    }

    using Hashes = std::map<std::string, RowDigest::Hash>;
    Hashes rows_in(Connection& connection, Engine engine, const TableShape& table, const std::set<std::size_t>& heaps, const RowDigest& digest)
    {
        Hashes found;
        Pages{connection, engine, table, rows_a_page(table)}.read_all([&](const RowValues& row) {
            if (heaps.contains(digest.heap_of(row))) found[key_words(row, table)] = digest.hash_of(row);
        });
        return found;
    }

    /// Names the first rows that differ.
    [[noreturn]] void differ(const TableShape& table, const TableShape& other, std::set<std::size_t> heaps, const RowDigest& before, const RowDigest& after)
    {
        constexpr std::size_t heaps_most = 16, named_most = 5;
        while (heaps.size() > heaps_most) heaps.erase(std::prev(heaps.end()));
        const auto there = rows_in(source_, from_.engine(), table, heaps, before), here = rows_in(connection_, to_.engine(), other, heaps, after);
        std::vector<std::string> words;
        for (const auto& [key, hash] : there) {
            const auto found = here.find(key);
            if (found == here.end()) words.push_back("(" + key + ") is missing");
            else if (found->second != hash) words.push_back("(" + key + ") was changed");
        }
        for (const auto& [key, hash] : here)
            if (!there.contains(key)) words.push_back("(" + key + ") was added");
        if (words.size() > named_most) words.resize(named_most);
        throw CopyRefused(fmt::format("The copy is not what was there: {} has {} and {} came over; {}. Begin again in an empty database, with nobody at work in either.", table.name,
                                      counted(before.rows(), "row"), with_commas(after.rows()), join(words, ", ")));
    }

    Database& from_;
    Database& to_;
    Connection& source_;
    Connection& connection_;
    Target target_;
    const CopyProgress& progress_;
    Copied copied_;
};

/// A writer of SQLite is held, so that nobody saves what would be left behind; PostgreSQL shows one moment.
class HeldSource {
public:
    explicit HeldSource(Database& from) : connection_{from.lease(from.engine() == Engine::sqlite)}
    {
        connection_->begin(from.engine() == Engine::sqlite, lock);
        if (from.engine() == Engine::postgres) connection_->run_script("set local idle_in_transaction_session_timeout = 0");
    }
    HeldSource(const HeldSource&) = delete;
    HeldSource& operator=(const HeldSource&) = delete;
    ~HeldSource()
    {
        try {
            connection_->roll_back();
        } catch (const std::exception&) {
            // The engine ends it with the connection.
        }
    }
    Connection& connection() { return *connection_; }

private:
    std::shared_ptr<Connection> connection_;
};

}  // namespace

Copied copy_database(Database& from, Database& to, const CopyProgress& progress)
{
    HeldSource source{from};
    const auto applied = migrations_applied(source.connection());
    if (applied.contains(copy_under_way) || !is_this_schema(applied))
        throw CopyRefused("The schema of the database that is copied is not this program’s, or it is itself half of a copy. `waymark migrate` brings it up to date.");
    bool has_nothing = false;
    {
        const auto looking = to.lease(false);
        has_nothing = is_bare(*looking);
    }
    if (has_nothing) migrate(to);  // before its one writer is taken
    Copied copied;
    {
        const auto target = to.lease(true);
        if (to.engine() == Engine::sqlite) target->run_script("pragma foreign_keys = off");
        try {
            copied = Copying{from, source.connection(), to, *target, progress}.copy();
        } catch (...) {
            if (to.engine() == Engine::sqlite) target->run_script("pragma foreign_keys = on");
            throw;
        }
        if (to.engine() == Engine::sqlite) target->run_script("pragma foreign_keys = on");
    }
    progress("Looking at how the tables are filled", -1);
    gather_statistics(to);
    return copied;
}

}  // namespace waymark
