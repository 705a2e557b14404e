// SQLite through its own C interface.
//
// Write-ahead log: readers see one moment and never wait for the writer, nor it for them. There is one writer, which
// begins immediately, so a transaction that has begun to write never fails half-way for somebody else's sake.
// synchronous=FULL: what was answered "saved" is on the disk; those who save at about the same time share one flush (group_commit.hpp).
// Statements are prepared once for each connection.
#include "platform/database/sqlite.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <limits>
#include <unordered_map>

#include "platform/database/columns.hpp"
#include "platform/database/group_commit.hpp"
#include "platform/database/lending.hpp"
#include "platform/database/row_text.hpp"
#include "platform/database/sqlite_functions.hpp"

namespace waymark::sqlite {
namespace {

[[noreturn]] void fail(sqlite3* handle, int code, std::string_view during)
{
    DatabaseFailure failure{"SQLite, " + std::string{during} + ": " + (handle ? sqlite3_errmsg(handle) : sqlite3_errstr(code))};
    const int extended = handle ? sqlite3_extended_errcode(handle) : code;
    failure.unique_violation = extended == SQLITE_CONSTRAINT_UNIQUE || extended == SQLITE_CONSTRAINT_PRIMARYKEY;
    failure.still_referred_to = extended == SQLITE_CONSTRAINT_FOREIGNKEY;
    failure.worth_retrying = (code & 0xff) == SQLITE_BUSY || (code & 0xff) == SQLITE_LOCKED;
    throw failure;
}

struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

struct Prepared {
    std::string_view text;
    std::unique_ptr<sqlite3_stmt, Finalize> handle;
    Columns columns;
    bool is_running = false;
};

class SqliteRow final : public Row {
public:
    SqliteRow(const Statement& statement, const Prepared& prepared)
        : name_{statement.name}, handle_{prepared.handle.get()}, columns_{prepared.columns}
    {
    }

    bool is_null(std::string_view column) const override { return sqlite3_column_type(handle_, at(column)) == SQLITE_NULL; }
    std::string_view view(std::string_view column) const override
    {
        const int index = value_at(column);
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(handle_, index));
        return {text, static_cast<std::size_t>(sqlite3_column_bytes(handle_, index))};
    }
    std::int64_t integer(std::string_view column) const override
    {
        const int index = value_at(column);
        if (sqlite3_column_type(handle_, index) != SQLITE_INTEGER) wrong_type(name_, column, "whole number");
        return sqlite3_column_int64(handle_, index);
    }
    double real(std::string_view column) const override
    {
        const int index = value_at(column);
        if (sqlite3_column_type(handle_, index) == SQLITE_TEXT) wrong_type(name_, column, "number");
        return sqlite3_column_double(handle_, index);
    }
    bool boolean(std::string_view column) const override { return integer(column) != 0; }
    std::string blob(std::string_view column) const override
    {
        const int index = value_at(column);
        const auto* bytes = static_cast<const char*>(sqlite3_column_blob(handle_, index));
        return bytes ? std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(handle_, index))) : std::string{};
    }

private:
    int at(std::string_view column) const
    {
        const int index = columns_.find(column);
        if (index < 0) no_such_column(name_, column);
        return index;
    }
    int value_at(std::string_view column) const
    {
        const int index = at(column);
        if (sqlite3_column_type(handle_, index) == SQLITE_NULL) unexpected_null(name_, column);
        return index;
    }

    std::string_view name_;
    sqlite3_stmt* handle_;
    const Columns& columns_;
};

/// SQLite keeps its log beside the file, so the folder must be writable too. Says what is wrong in words an operator can act on.
void check_place(const std::string& file)
{
    if (file == ":memory:") return;
    const auto folder = std::filesystem::absolute(file).parent_path();
    std::error_code none;
    if (!std::filesystem::is_directory(folder, none)) throw DatabaseFailure{"The database cannot be opened: there is no folder " + folder.string() + "."};
    const bool is_there = std::filesystem::exists(file, none);
    if (::access(folder.c_str(), W_OK) == 0 && (!is_there || ::access(file.c_str(), W_OK) == 0)) return;
    throw DatabaseFailure{"The database cannot be written: " + (errno == EROFS ? "the disk of " + file + " is read-only" : file + " or its folder is not writable for the account that runs Waymark") +
                          ". Nothing was changed."};
}

class SqliteConnection final : public Connection {
public:
    SqliteConnection(const std::string& file, bool writing)
    {
        if (writing) check_place(file);
        const int flags = SQLITE_OPEN_NOMUTEX | (writing ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY);
        const int opened = sqlite3_open_v2(file.c_str(), &handle_, flags, nullptr);
        try {
            if (opened != SQLITE_OK) fail(handle_, opened, "opening " + file);
            set_up(writing);
        } catch (...) {
            sqlite3_close_v2(handle_);
            throw;
        }
    }
    SqliteConnection(const SqliteConnection&) = delete;
    ~SqliteConnection() override
    {
        statements_.clear();
        sqlite3_close_v2(handle_);
    }

    void begin(bool writing, std::string_view) override
    {
        is_writing_ = writing;
        run_script(writing ? "begin immediate" : "begin");
    }
    void commit() override { run_script("commit"); }
    void roll_back() override
    {
        if (!sqlite3_get_autocommit(handle_)) run_script("rollback");
    }
    void savepoint(std::string_view name) override { run_script("savepoint " + std::string{name}); }
    void release(std::string_view name) override { run_script("release " + std::string{name}); }
    void roll_back_to(std::string_view name) override
    {
        run_script("rollback to " + std::string{name});
        release(name);
    }

    std::int64_t execute(const Statement& statement, std::span<const Binding* const> bindings,
                         const std::function<void(const Row&)>& each) override
    {
        // A statement that runs itself again while its rows are read gets a handle of its own.
        Prepared* prepared = &prepared_for(statement);
        Prepared second;
        if (prepared->is_running) {
            second = compile(statement);
            prepared = &second;
        }
        const Running running{*prepared};
        sqlite3_stmt* handle = prepared->handle.get();
        if (!is_writing_ && !sqlite3_stmt_readonly(handle))
            throw std::logic_error(std::string{statement.name} + " changes the database within a reading transaction");
        bind(handle, statement, bindings);

        const SqliteRow row{statement, *prepared};
        int step = sqlite3_step(handle);
        for (; step == SQLITE_ROW; step = sqlite3_step(handle))
            if (each) each(row);
        if (step != SQLITE_DONE) fail(handle_, step, statement.name);
        return sqlite3_stmt_readonly(handle) ? 0 : sqlite3_changes64(handle_);
    }

    void prepare(const Statement& statement) override { prepared_for(statement); }

    void run_script(std::string_view sql) override
    {
        const int code = sqlite3_exec(handle_, std::string{sql}.c_str(), nullptr, nullptr, nullptr);
        if (code != SQLITE_OK) fail(handle_, code, sql.substr(0, sql.find('\n')));
    }

    bool is_usable() const override { return sqlite3_get_autocommit(handle_) != 0; }

private:
    struct Running {
        explicit Running(Prepared& which) : prepared{which} { prepared.is_running = true; }
        Running(const Running&) = delete;
        ~Running()
        {
            sqlite3_reset(prepared.handle.get());
            sqlite3_clear_bindings(prepared.handle.get());
            prepared.is_running = false;
        }
        Prepared& prepared;
    };

    void set_up(bool writing)
    {
        sqlite3_extended_result_codes(handle_, 1);
        sqlite3_busy_timeout(handle_, 10'000);
        // One dialect for both engines: "text" in double quotes is a name, and like minds the case.
        sqlite3_db_config(handle_, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
        sqlite3_db_config(handle_, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
        sqlite3_db_config(handle_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
        // A log that one large import made long does not stay so.
        if (writing) run_script("pragma journal_mode = wal; pragma synchronous = full; pragma wal_autocheckpoint = 4000; pragma journal_size_limit = 67108864");
        // No mmap_size: in WAL a reader unmaps the whole file when another connection has written, and a page that looks at a child
        // always follows the entry of the last look. Faulting the pages in again took half of such a page's time.
        run_script(
            "pragma foreign_keys = on; pragma case_sensitive_like = on; pragma temp_store = memory;"
            "pragma cache_size = -65536; pragma trusted_schema = off");
        add_functions(handle_);
    }

    Prepared compile(const Statement& statement)
    {
        Prepared prepared{.text = statement.sqlite};
        sqlite3_stmt* handle = nullptr;
        const char* rest = nullptr;
        const int code = sqlite3_prepare_v3(handle_, statement.sqlite.data(), static_cast<int>(statement.sqlite.size()),
                                            SQLITE_PREPARE_PERSISTENT, &handle, &rest);
        if (code != SQLITE_OK) fail(handle_, code, statement.name);
        prepared.handle.reset(handle);
        if (rest != statement.sqlite.data() + statement.sqlite.size())
            throw std::logic_error(std::string{statement.name} + " is more than one statement");
        std::vector<std::string> names;
        for (int column = 0; column < sqlite3_column_count(handle); ++column) names.emplace_back(sqlite3_column_name(handle, column));
        prepared.columns = Columns{std::move(names)};
        return prepared;
    }

    Prepared& prepared_for(const Statement& statement)
    {
        auto& prepared = statements_[statement.sqlite.data()];
        // The texts are literals, so the address is the statement; a test's own text may reuse an address.
        if (!prepared.handle || prepared.text.size() != statement.sqlite.size() || sqlite3_sql(prepared.handle.get()) != statement.sqlite)
            prepared = compile(statement);
        return prepared;
    }

    void bind(sqlite3_stmt* handle, const Statement& statement, std::span<const Binding* const> bindings)
    {
        int code = SQLITE_OK;
        for (int index = 1; const Binding* binding : bindings) {
            const Value& value = binding->value;
            if (const auto* number = std::get_if<std::int64_t>(&value)) code = sqlite3_bind_int64(handle, index, *number);
            else if (const auto* real = std::get_if<double>(&value)) code = sqlite3_bind_double(handle, index, *real);
            else if (const auto* truth = std::get_if<bool>(&value)) code = sqlite3_bind_int(handle, index, *truth ? 1 : 0);
            else if (const auto* text = std::get_if<std::string>(&value))
                code = binding->is_blob ? sqlite3_bind_blob64(handle, index, text->data(), text->size(), SQLITE_STATIC)
                                        : sqlite3_bind_text64(handle, index, text->data(), text->size(), SQLITE_STATIC, SQLITE_UTF8);
            else code = sqlite3_bind_null(handle, index);
            if (code != SQLITE_OK) fail(handle_, code, statement.name);
            ++index;
        }
    }

    sqlite3* handle_ = nullptr;
    bool is_writing_ = true;
    std::unordered_map<const char*, Prepared> statements_;
};

/// A new database is for its owner's eyes only, whatever the umask; SQLite gives its log the same rights.
void make_private(const std::string& file)
{
    const int made = ::open(file.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (made >= 0) ::close(made);
}

class SqliteDatabase final : public Database {
public:
    explicit SqliteDatabase(const std::string& file)
        : writer_{[file] { return std::make_unique<SqliteConnection>(file, true); }},
          readers_{std::numeric_limits<std::size_t>::max(), [file] { return std::make_unique<SqliteConnection>(file, false); }}
    {
        make_private(file);
        writer_.lend()->run_script("");  // makes the file, and its log, before the first reader asks
    }

    Engine engine() const override { return Engine::sqlite; }
    std::shared_ptr<Connection> lease(bool writing) override { return writing ? writer_.lend() : readers_.lend(); }

private:
    GroupCommit writer_;
    Lending readers_;
};

/// A database in memory belongs to its one connection.
class MemoryDatabase final : public Database {
public:
    Engine engine() const override { return Engine::sqlite; }
    std::shared_ptr<Connection> lease(bool) override { return only_.lend(); }

private:
    Lending only_{1, [] { return std::make_unique<SqliteConnection>(":memory:", true); }};
};

}  // namespace

std::unique_ptr<Database> open(const std::string& file)
{
    if (file == ":memory:") return std::make_unique<MemoryDatabase>();
    return std::make_unique<SqliteDatabase>(file);
}

}  // namespace waymark::sqlite
