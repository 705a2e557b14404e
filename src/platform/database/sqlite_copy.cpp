// SQLite's online backup, held to one moment.
//
// sqlite3_backup begins afresh whenever another connection has written, unless the source connection is within a read transaction of
// its own: then every step reads the moment of that transaction. In write-ahead mode that transaction is in nobody's way.
#include "platform/database/sqlite_copy.hpp"

#include <fcntl.h>
#include <memory>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include "platform/database/database.hpp"
#include "platform/database/sqlite_functions.hpp"
#include "platform/database/tables.hpp"

namespace waymark::sqlite {
namespace {

struct Close {
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
};
using Handle = std::unique_ptr<sqlite3, Close>;

[[noreturn]] void fail(int code, const std::string& during, const char* said)
{
    if ((code & 0xff) == SQLITE_FULL || code == SQLITE_IOERR_WRITE)
        throw DatabaseFailure("There is no room for " + during + ": " + (said ? said : sqlite3_errstr(code)) + ". What was written of it is gone again. Make room, or name another folder.");
    throw DatabaseFailure("SQLite, " + during + ": " + (said ? said : sqlite3_errstr(code)));
}

Handle opened(const std::filesystem::path& file, int flags)
{
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(file.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    Handle kept{handle};
    if (code != SQLITE_OK) fail(code, "opening " + file.string(), handle ? sqlite3_errmsg(handle) : nullptr);
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, 10'000);
    add_functions(handle);
    return kept;
}

using Texts = std::vector<std::string>;

void read(sqlite3* handle, const std::string& sql, const std::function<void(const Texts&)>& each)
{
    sqlite3_stmt* statement = nullptr;
    if (const int code = sqlite3_prepare_v2(handle, sql.c_str(), -1, &statement, nullptr); code != SQLITE_OK) fail(code, sql, sqlite3_errmsg(handle));
    const std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> kept{statement, sqlite3_finalize};
    int step = sqlite3_step(statement);
    for (; step == SQLITE_ROW; step = sqlite3_step(statement)) {
        Texts row;
        for (int column = 0; column < sqlite3_column_count(statement); ++column) {
            const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
            row.emplace_back(text ? text : "");
        }
        each(row);
    }
    if (step != SQLITE_DONE) fail(step, sql, sqlite3_errmsg(handle));
}

CopiedMoment moment_of(sqlite3* handle)
{
    CopiedMoment moment;
    Texts tables;
    read(handle, "select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite%' order by name", [&](const Texts& row) { tables.push_back(row.front()); });
    for (const auto& table : tables)
        read(handle, "select count(*) from " + quoted_name(table), [&](const Texts& row) { moment.rows[table] = std::stoll(row.front()); });
    if (moment.rows.contains("event_head"))
        read(handle, "select authority_id, sequence, hash from event_head order by authority_id",
             [&](const Texts& row) { moment.heads.push_back({row[0], std::stoll(row[1]), row[2]}); });
    if (moment.rows.contains("schema_migration"))
        read(handle, "select coalesce(max(number), 0) from schema_migration", [&](const Texts& row) { moment.newest_migration = std::stoi(row.front()); });
    return moment;
}

}  // namespace

CopiedMoment copy_moment(const std::filesystem::path& from, const std::filesystem::path& to, const std::function<void(double)>& progress)
{
    constexpr int pages_a_step = 1024;
    const int made = ::open(to.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (made < 0) throw DatabaseFailure("The file " + to.string() + " is there already, or cannot be made");
    ::close(made);
    const Handle source = opened(from, SQLITE_OPEN_READONLY);
    const Handle target = opened(to, SQLITE_OPEN_READWRITE);
    read(source.get(), "begin", [](const Texts&) {});
    const auto moment = moment_of(source.get());  // the first read takes hold of the moment
    sqlite3_backup* backup = sqlite3_backup_init(target.get(), "main", source.get(), "main");
    if (!backup) fail(sqlite3_errcode(target.get()), to.string(), sqlite3_errmsg(target.get()));
    const std::unique_ptr<sqlite3_backup, decltype(&sqlite3_backup_finish)> kept{backup, sqlite3_backup_finish};
    for (;;) {
        const int code = sqlite3_backup_step(backup, pages_a_step);
        if (code != SQLITE_OK && code != SQLITE_DONE) fail(code, to.string(), nullptr);
        const int all = sqlite3_backup_pagecount(backup);
        progress(all > 0 ? 1.0 - static_cast<double>(sqlite3_backup_remaining(backup)) / all : 1.0);
        if (code == SQLITE_DONE) return moment;
    }
}

std::string faults_of(const std::filesystem::path& file)
{
    const Handle handle = opened(file, SQLITE_OPEN_READWRITE);
    std::string faults;
    const auto add = [&](const std::string& words) {
        if (faults.size() < 1000) faults += (faults.empty() ? "" : "; ") + words;
    };
    read(handle.get(), "pragma integrity_check(5)", [&](const Texts& row) {
        if (row.front() != "ok") add(row.front());
    });
    read(handle.get(), "pragma foreign_key_check", [&](const Texts& row) { add("row " + row[1] + " of " + row[0] + " refers to a row of " + row[2] + " that is not there"); });
    return faults;
}

}  // namespace waymark::sqlite
