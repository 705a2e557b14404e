// Taking, proving and restoring, for both engines.
//
// Within the seal: eight bytes that say how long the contents are (low byte first), the contents as JSON, then the data: an SQLite file,
// or what pg_dump wrote in its custom format.
#include "platform/backup/backup.hpp"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <set>
#include <unistd.h>

#include <fmt/format.h>

#include "foundation/text.hpp"
#include "platform/backup/backup.sql.hpp"
#include "platform/backup/postgres_tools.hpp"
#include "platform/backup/scratch.hpp"
#include "platform/backup/sealed_file.hpp"
#include "platform/database/migrations.hpp"
#include "platform/database/sqlite_copy.hpp"
#include "platform/database/tables.hpp"
#include "platform/version.hpp"

namespace waymark::backup {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view sqlite_start = "sqlite:", ending = ".backup";

bool is_sqlite(std::string_view address) { return address.starts_with(sqlite_start); }

fs::path file_of(const std::string& address)
{
    const auto file = address.substr(sqlite_start.size());
    if (file == ":memory:") throw Failure{Failure::What::cannot, "A database in memory cannot be backed up: it is gone with its program."};
    return file;
}

fs::path folder_of(const fs::path& file) { return file.has_parent_path() ? file.parent_path() : fs::path{"."}; }

/// What the platform below says of a full disk is said as we say it.
[[noreturn]] void rethrow_as_ours(const DatabaseFailure& failure)
{
    if (std::string_view{failure.what()}.starts_with("There is no room")) throw Failure{Failure::What::no_room, failure.what()};
    throw failure;
}

void write_contents(SealedWriter& writer, const Contents& contents)
{
    const std::string text = text_of(contents);
    std::string length(8, '\0');
    for (std::size_t byte = 0; byte < length.size(); ++byte) length[byte] = static_cast<char>(text.size() >> (8 * byte) & 0xff);
    writer.write(length + text);
}

/// A backup that is opened: its contents, then its data.
class Opened {
public:
    Opened(const fs::path& file, const Key& key) : file_{file}, reader_{file, key}, size_{fs::file_size(file)}
    {
        const auto said = about_from(reader_.head());
        if (!said) throw Failure{Failure::What::no_backup, "The head of " + file.string() + " says nothing that this program understands."};
        about = *said;
        const int newest = migrations().back().number;
        if (about.schema > newest)
            throw Failure{Failure::What::newer, fmt::format("The backup {} was made by Waymark {} with schema {}; this is Waymark {} and knows schemas up to {}. Use that version or a newer one.",
                                                            file.string(), about.program, about.schema, program_version, newest)};
        const std::string length_text = exactly(8);
        std::size_t length = 0;
        for (std::size_t byte = 0; byte < length_text.size(); ++byte) length |= static_cast<std::size_t>(static_cast<unsigned char>(length_text[byte])) << (8 * byte);
        if (length > 64 * 1024 * 1024) throw Failure{Failure::What::no_backup, "The contents of " + file.string() + " say nothing that this program understands."};
        const auto found = contents_from(exactly(length));
        if (!found) throw Failure{Failure::What::no_backup, "The contents of " + file.string() + " say nothing that this program understands."};
        contents = *found;
    }

    About about;
    Contents contents;

    /// The next bytes of the data; empty at its end.
    std::string next()
    {
        std::string bytes = std::move(waiting_);
        waiting_.clear();
        if (bytes.empty()) bytes = reader_.next();
        read_ += bytes.size();
        return bytes;
    }
    [[nodiscard]] double share() const { return size_ > 0 ? std::min(1.0, static_cast<double>(read_) / static_cast<double>(size_)) : 1.0; }

private:
    std::string exactly(std::size_t length)
    {
        while (waiting_.size() < length) {
            const auto more = reader_.next();
            if (more.empty()) throw Failure{Failure::What::changed, "The backup " + file_.string() + " holds less than it says."};
            waiting_ += more;
        }
        auto taken = waiting_.substr(0, length);
        waiting_.erase(0, length);
        return taken;
    }

    fs::path file_;
    SealedReader reader_;
    std::string waiting_;
    std::uintmax_t size_ = 0, read_ = 0;
};

/// Reads all of it once, so that no byte of it goes anywhere before all of it is proven.
void read_to_the_end(const fs::path& file, const Key& key, const Progress& progress)
{
    Opened opened{file, key};
    while (!opened.next().empty()) progress("Reading the backup", opened.share());
}

void unpack_file(Opened& opened, const fs::path& to, const Progress& progress)
{
    const int number = ::open(to.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (number < 0) throw Failure{Failure::What::cannot, "The file " + to.string() + " cannot be made: " + std::strerror(errno) + "."};
    int why = 0;
    try {
        for (std::string bytes = opened.next(); !bytes.empty() && why == 0; bytes = opened.next()) {
            std::string_view left{bytes};
            while (!left.empty() && why == 0) {
                const auto written = ::write(number, left.data(), left.size());
                if (written < 0 && errno == EINTR) continue;
                if (written < 0) why = errno;
                else left.remove_prefix(static_cast<std::size_t>(written));
            }
            progress("Unpacking", opened.share());
        }
    } catch (...) {
        ::close(number);
        throw;
    }
    if (why == 0 && ::fsync(number) != 0) why = errno;
    ::close(number);
    if (why == ENOSPC || why == EDQUOT || why == EFBIG)
        throw Failure{Failure::What::no_room, "There is no room for " + to.string() + ": " + std::strerror(why) + ". What was written of it is gone again. Make room, or name another folder."};
    if (why != 0) throw Failure{Failure::What::cannot, "The file " + to.string() + " cannot be written: " + std::strerror(why) + "."};
}

Proof prove_file(const fs::path& file, const Contents& contents, const Progress& progress)
{
    progress("Checking the file", -1);
    if (const auto faults = sqlite::faults_of(file); !faults.empty()) throw Failure{Failure::What::no_good, "The copy is not whole: " + faults + "."};
    progress("Counting rows and verifying trails", -1);
    const auto database = open_database("sqlite:" + file.string());
    return prove(*database, contents);
}

Proof prove_in_postgres(Opened& opened, const std::string& address, const Progress& progress)
{
    write_to(restore_into(address), [&] {
        progress("Unpacking", opened.share());
        return opened.next();
    });
    progress("Counting rows and verifying trails", -1);
    const auto database = open_database(address);
    return prove(*database, opened.contents);
}

fs::path new_name(const fs::path& folder, const std::string& label, Instant now)
{
    std::string name;
    for (const char letter : lower_ascii(label.substr(label.rfind('/') + 1)))
        name += (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') ? letter : '-';
    std::string moment;
    for (const char letter : iso_instant(now).substr(0, 19))
        if (letter != '-' && letter != ':') moment += letter;
    return folder / fmt::format("waymark_{}_{}Z{}", name, moment, ending);
}

struct Source {
    About about;
    Contents contents;
};

void check_is_waymark(int newest_migration, const std::string& label)
{
    if (newest_migration == 0) throw Failure{Failure::What::cannot, "There is no database of Waymark at " + label + "."};
}

void take_sqlite(const fs::path& file, const fs::path& backup, const Key& key, Source& source, const fs::path& scratch, const Progress& progress, const std::function<void(SealedWriter&)>& then)
{
    const fs::path copy = scratch / "copy.db";
    const auto moment = sqlite::copy_moment(file, copy, [&](double share) { progress("Copying", share); });
    check_is_waymark(moment.newest_migration, source.about.database);
    source.about.schema = moment.newest_migration;
    source.contents.rows = moment.rows;
    for (const auto& head : moment.heads) source.contents.trails[head.authority] = {head.sequence, head.hash};
    SealedWriter writer{backup, key, head_text(source.about)};
    write_contents(writer, source.contents);
    std::ifstream in{copy, std::ios::binary};
    const auto whole = static_cast<double>(fs::file_size(copy));
    std::string buffer(1024 * 1024, '\0');
    for (double done = 0; in; progress("Sealing", whole > 0 ? done / whole : 1)) {
        in.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        writer.write(std::string_view{buffer}.substr(0, static_cast<std::size_t>(in.gcount())));
        done += static_cast<double>(in.gcount());
    }
    if (!in.eof()) throw Failure{Failure::What::cannot, "The copy " + copy.string() + " cannot be read again."};
    writer.finish();
    fs::remove(copy);  // only one copy in the clear at a time
    then(writer);
}

void check_may_back_up(Connection& connection, const std::string& label)
{
    if (!sees_every_row(connection))
        throw Failure{Failure::What::cannot, "The role that connects to " + label + " opens one authority’s rows only. A backup is made by the owner of the tables: run `waymark backup` as the owner, from a timer."};
}

void take_postgres(const std::string& address, const fs::path& backup, const Key& key, Source& source, const Progress& progress, const std::function<void(SealedWriter&)>& then)
{
    const auto database = open_database(address);
    const auto connection = database->lease(false);
    connection->begin(false, "");
    try {
        check_may_back_up(*connection, source.about.database);
        connection->run_script("set local idle_in_transaction_session_timeout = 0");  // it holds the moment for as long as pg_dump reads
        const auto applied = migrations_applied(*connection);
        check_is_waymark(applied.empty() ? 0 : *applied.rbegin(), source.about.database);
        source.about.schema = *applied.rbegin();
        progress("Counting rows", -1);
        source.contents = contents_in(*connection);
        std::string moment;
        connection->execute(sql::moment_for_others, {}, [&](const Row& row) { moment = row.text("name"); });
        SealedWriter writer{backup, key, head_text(source.about)};
        write_contents(writer, source.contents);
        std::uintmax_t bytes = 0;
        read_from(dump_of(address, moment), [&](std::string_view part) {
            writer.write(part);
            bytes += part.size();
            progress(fmt::format("pg_dump has written {} MB", bytes / 1'000'000), -1);
        });
        connection->commit();
        writer.finish();
        then(writer);
    } catch (...) {
        if (!connection->is_usable()) try { connection->roll_back(); } catch (const DatabaseFailure&) {}
        throw;
    }
}

Verified verify_sqlite(const fs::path& file, const Key& key, const fs::path& scratch, const Progress& progress)
{
    Opened opened{file, key};
    const fs::path copy = scratch / "restored.db";
    unpack_file(opened, copy, progress);
    return {opened.about, prove_file(copy, opened.contents, progress)};
}

Verified verify_postgres(const fs::path& file, const Key& key, const std::string& server, const Progress& progress)
{
    if (server.empty()) throw Failure{Failure::What::cannot, "This is a backup of a PostgreSQL database. Name a server to unpack it in with --scratch-server postgresql://…"};
    read_to_the_end(file, key, progress);
    const ScratchDatabase database{server};
    Opened opened{file, key};
    return {opened.about, prove_in_postgres(opened, database.address(), progress)};
}

Verified restore_sqlite(const fs::path& file, const Key& key, const fs::path& to, const Progress& progress)
{
    for (const char* part : {"", "-wal", "-shm", "-journal"})
        if (fs::exists(to.string() + part))
            throw Failure{Failure::What::in_the_way, "The file " + to.string() + part + " is there already, and nothing is written over. Move it away, or restore to another name."};
    const ScratchFolder folder{folder_of(to)};
    auto verified = verify_sqlite(file, key, folder.path(), progress);
    // Linking refuses a name that somebody has taken meanwhile.
    if (::link((folder.path() / "restored.db").c_str(), to.c_str()) != 0)
        throw Failure{errno == EEXIST ? Failure::What::in_the_way : Failure::What::cannot, "The restored database cannot be given the name " + to.string() + ": " + std::strerror(errno) + "."};
    if (const int within = ::open(folder_of(to).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); within >= 0) {
        ::fsync(within);
        ::close(within);
    }
    return verified;
}

void check_is_empty(const std::string& address)
{
    const auto database = open_database(address);
    if (!is_bare(*database->lease(false)))
        throw Failure{Failure::What::in_the_way, "The database " + label_of_postgres(address) + " is not empty, and nothing is written over. Make a new one (createdb) and restore into that."};
}

/// Leaves a database that was empty empty again, when what came into it is no good.
void empty_again(const std::string& address) noexcept
{
    try {
        open_database(address)->lease(true)->run_script("drop schema public cascade; create schema public");
    } catch (const std::exception&) {
        // It says why in the words that are on their way.
    }
}

Verified restore_postgres(const fs::path& file, const Key& key, const std::string& address, const Progress& progress)
{
    check_is_empty(address);
    read_to_the_end(file, key, progress);
    Opened opened{file, key};
    try {
        return {opened.about, prove_in_postgres(opened, address, progress)};
    } catch (...) {
        empty_again(address);
        throw;
    }
}

}  // namespace

std::string label_of(const std::string& address) { return is_sqlite(address) ? file_of(address).filename().string() : label_of_postgres(address); }

Taken take(const std::string& address, const fs::path& folder, const Key& key, const Scratch& scratch, Instant now, const Progress& progress)
{
    if (!fs::is_directory(folder)) throw Failure{Failure::What::cannot, "There is no folder " + folder.string() + " to put a backup in."};
    remove_abandoned(folder, ending);
    if (is_sqlite(address) && !fs::exists(file_of(address))) throw Failure{Failure::What::cannot, "There is no file " + file_of(address).string() + "."};
    Source source{.about = {.engine = is_sqlite(address) ? Engine::sqlite : Engine::postgres, .at = now, .program = std::string{program_version}, .schema = 0, .database = label_of(address), .key = name_of(key)},
                  .contents = {}};
    Taken taken{.file = new_name(folder, source.about.database, now), .bytes = 0, .about = {}, .proof = {}};
    try {
        if (is_sqlite(address)) {
            const ScratchFolder unpacked{scratch.folder.empty() ? folder_of(file_of(address)) : scratch.folder};
            take_sqlite(file_of(address), taken.file, key, source, unpacked.path(), progress, [&](SealedWriter& writer) {
                taken.proof = verify_sqlite(writer.temporary_name(), key, unpacked.path(), progress).proof;
                writer.keep();
            });
        } else {
            take_postgres(address, taken.file, key, source, progress, [&](SealedWriter& writer) {
                taken.proof = verify_postgres(writer.temporary_name(), key, scratch.server.empty() ? address : scratch.server, progress).proof;
                writer.keep();
            });
        }
    } catch (const DatabaseFailure& failure) {
        rethrow_as_ours(failure);
    }
    taken.about = source.about;
    taken.bytes = fs::file_size(taken.file);
    return taken;
}

Verified verify(const fs::path& file, const Key& key, const Scratch& scratch, const Progress& progress)
{
    try {
        if (about(file).engine == Engine::postgres) return verify_postgres(file, key, scratch.server, progress);
        const ScratchFolder unpacked{scratch.folder.empty() ? folder_of(file) : scratch.folder};
        return verify_sqlite(file, key, unpacked.path(), progress);
    } catch (const DatabaseFailure& failure) {
        rethrow_as_ours(failure);
    }
}

Verified restore(const fs::path& file, const Key& key, const std::string& address, const Progress& progress)
{
    const auto engine = about(file).engine;
    if (is_sqlite(address) != (engine == Engine::sqlite))
        throw Failure{Failure::What::cannot, engine == Engine::sqlite ? "This is a backup of an SQLite database: restore it to sqlite:FILE. `waymark copy` moves it to PostgreSQL after that."
                                                                      : "This is a backup of a PostgreSQL database: restore it to postgresql://…, into an empty database."};
    try {
        return is_sqlite(address) ? restore_sqlite(file, key, file_of(address), progress) : restore_postgres(file, key, address, progress);
    } catch (const DatabaseFailure& failure) {
        rethrow_as_ours(failure);
    }
}

About about(const fs::path& file)
{
    const auto said = about_from(open_head_of(file));
    if (!said) throw Failure{Failure::What::no_backup, "The head of " + file.string() + " says nothing that this program understands."};
    return *said;
}

std::vector<Kept> kept_in(const fs::path& folder, std::string_view database)
{
    std::vector<Kept> kept;
    for (const auto& entry : fs::directory_iterator{folder}) {
        if (!entry.is_regular_file() || entry.path().extension() != ending) continue;
        try {
            auto said = about(entry.path());
            if (said.database == database) kept.push_back({entry.path(), std::move(said), entry.file_size()});
        } catch (const Failure&) {
            // Somebody else's file of that ending.
        }
    }
    std::ranges::sort(kept, [](const Kept& left, const Kept& right) { return left.about.at > right.about.at; });
    return kept;
}

int remove_old(const fs::path& folder, std::string_view database, int keep)
{
    expects(keep >= 1);
    int gone = 0;
    const auto kept = kept_in(folder, database);
    for (std::size_t index = static_cast<std::size_t>(keep); index < kept.size(); ++index) gone += fs::remove(kept[index].file) ? 1 : 0;
    return gone;
}

}  // namespace waymark::backup
