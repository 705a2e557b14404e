// Backups: taken while people save, proven, refused when anything is wrong with them, and never taken for one when they are half.
#include "platform/backup/backup.hpp"

#include <atomic>
#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>

#include "platform/backup/filled_database_test.hpp"
#include "platform/backup/sealed_file.hpp"
#include "platform/database/migrations.hpp"
#include "platform/version.hpp"

using namespace waymark;
using namespace waymark::testing;

namespace {

using What = backup::Failure::What;

backup::Progress quietly()
{
    return [](std::string_view, double) {};
}

Instant half_past_nine() { return uk_instant(date(2026, 11, 23), 9, 30); }

backup::Key some_key(const TestFolder& folder, const std::string& name = "key") { return backup::make_key(folder.path() / name); }

/// Where a test's PostgreSQL unpacks copies.
backup::Scratch scratch(Engine engine) { return {.folder = {}, .server = engine == Engine::postgres ? scratch_postgres().address("postgres") : std::string{}}; }

fs::path backups_in(const TestFolder& folder)
{
    fs::create_directory(folder.path() / "backups");
    return folder.path() / "backups";
}

/// What a thing that must fail fails with; "nothing" when it does not.
template <class F>
std::optional<What> failure_of(F&& work)
{
    try {
        work();
        return std::nullopt;
    } catch (const backup::Failure& failure) {
        CHECK(std::string_view{failure.what()}.size() > 20);
        return failure.kind;
    }
}

std::string bytes_of(const fs::path& file)
{
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

void write(const fs::path& file, const std::string& bytes)
{
    std::ofstream{file, std::ios::binary} << bytes;
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
}

std::size_t files_in(const fs::path& folder) { return static_cast<std::size_t>(std::distance(fs::directory_iterator{folder}, {})); }

/// How the work ends in a process of its own.
template <class F>
int ending_of(F&& work)
{
    const pid_t child = fork();
    if (child == 0) _exit(work());
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

}  // namespace

TEST_CASE("a backup is taken, proven, verified again, and restored where there is nothing")
{
    for_each_filled([](Engine engine, const std::string& address, Database& database, const TestFolder& folder) {
        const auto key = some_key(folder);
        const auto taken = backup::take(address, backups_in(folder), key, scratch(engine), half_past_nine(), quietly());
        CHECK(taken.file.filename().string().ends_with("_20261123T093000Z.backup"));
        CHECK(taken.proof.events == 30);
        CHECK(taken.proof.authorities == 2);
        CHECK(taken.about.schema == migrations().back().number);
        CHECK(files_in(folder.path() / "backups") == 1);
        CHECK((fs::status(taken.file).permissions() & (fs::perms::group_all | fs::perms::others_all)) == fs::perms::none);
        CHECK_FALSE(bytes_of(taken.file).contains("Harrowdale"));  // what it holds is sealed; its head is not

        add_event(database, "990", "after the backup");
        CHECK(backup::verify(taken.file, key, scratch(engine), quietly()).proof.events == 30);

        const auto target = empty_database(engine, folder);
        CHECK(backup::restore(taken.file, key, target, quietly()).proof.rows == taken.proof.rows);
        const auto restored = open_database(target);
        auto before = rows_by_table(*database.lease(false)), after = rows_by_table(*restored->lease(false));
        CHECK(before["event"] == after["event"] + 1);
        before.erase("event"), after.erase("event");
        CHECK(before == after);
        CHECK(described_schema(*restored) == described_schema(database));
    });
}

TEST_CASE("a restore writes over nothing")
{
    for_each_filled([](Engine engine, const std::string& address, Database& database, const TestFolder& folder) {
        const auto key = some_key(folder);
        const auto taken = backup::take(address, backups_in(folder), key, scratch(engine), half_past_nine(), quietly());
        add_event(database, "990", "after the backup");
        CHECK(failure_of([&] { (void)backup::restore(taken.file, key, address, quietly()); }) == What::in_the_way);
        CHECK(rows_by_table(*database.lease(false))["event"] == 31);
        CHECK(failure_of([&] { (void)backup::take(address, taken.file.parent_path(), key, scratch(engine), half_past_nine(), quietly()); }) == What::in_the_way);
        CHECK(backup::verify(taken.file, key, scratch(engine), quietly()).proof.events == 30);  // the first one stands
    });
}

TEST_CASE("a wrong key, a cut file, a changed byte and a newer schema are told apart, and nothing comes of them")
{
    for_each_filled([](Engine engine, const std::string& address, Database&, const TestFolder& folder) {
        const auto key = some_key(folder), other = some_key(folder, "other key");
        const auto taken = backup::take(address, backups_in(folder), key, scratch(engine), half_past_nine(), quietly());
        const std::string whole = bytes_of(taken.file);
        const fs::path spoilt = folder.path() / "spoilt.backup";
        const auto target = empty_database(engine, folder);
        const auto restoring = [&](const std::string& bytes, const backup::Key& with) {
            write(spoilt, bytes);
            const auto verified = failure_of([&] { (void)backup::verify(spoilt, with, scratch(engine), quietly()); });
            CHECK(failure_of([&] { (void)backup::restore(spoilt, with, target, quietly()); }) == verified);
            return verified;
        };
        CHECK(restoring(whole, other) == What::wrong_key);
        for (const std::size_t less : {1UL, 30UL, 1000UL, whole.size() / 2, whole.size() - 100}) {
            CAPTURE(less);
            CHECK(restoring(whole.substr(0, whole.size() - less), key) == What::cut);
        }
        const auto head = whole.find('\n', whole.find('\n') + 1);
        for (const std::size_t place : {head + 1, head + 60, whole.size() / 2, whole.size() - 40}) {
            CAPTURE(place);
            std::string changed = whole;
            changed[place] = static_cast<char>(changed[place] ^ 1);
            CHECK(restoring(changed, key) == What::changed);
        }
        // The head is readable without the key, and bound to what is sealed.
        std::string dated = whole;
        dated.replace(dated.find("2026-11-23"), 10, "2026-11-24");
        CHECK(restoring(dated, key) == What::changed);
        std::string newer = whole;
        const auto schema = "\"schema\":" + std::to_string(migrations().back().number);
        newer.replace(newer.find(schema), schema.size(), "\"schema\":99");
        CHECK(restoring(newer, key) == What::newer);
        // Two whole pieces of 64 KiB that changed places, and a piece that is left out.
        const std::size_t first = head + 1 + 24, piece = 64 * 1024 + 17;
        if (whole.size() > first + 3 * piece) {
            CHECK(restoring(whole.substr(0, first) + whole.substr(first + piece, piece) + whole.substr(first, piece) + whole.substr(first + 2 * piece), key) == What::changed);
            CHECK(restoring(whole.substr(0, first) + whole.substr(first + piece), key) == What::changed);
        }
        CHECK(restoring("no backup at all, but long enough to be taken for one", key) == What::no_backup);
        if (engine == Engine::sqlite) CHECK_FALSE(fs::exists(target.substr(7)));
        else CHECK(is_bare(*open_database(target)->lease(false)));
    });
}

TEST_CASE("what was restored is counted and verified: a copy that lost a row, or whose trail was changed, is no good")
{
    const TestFolder folder;
    const auto address = empty_database(Engine::sqlite, folder);
    fill(*open_database(address));
    backup::Contents contents;
    {
        const auto database = open_database(address);
        contents = backup::contents_in(*database->lease(false));
    }
    CHECK(backup::prove(*open_database(address), contents).events == 30);
    const auto after = [&](const std::string& sql) {
        const fs::path copy = folder.path() / "spoilt.db";
        fs::remove(copy);
        fs::copy_file(address.substr(7), copy);
        const auto database = open_database("sqlite:" + copy.string());
        database->lease(true)->run_script(sql);
        return failure_of([&] { (void)backup::prove(*database, contents); });
    };
    CHECK(after("delete from task") == What::no_good);
    CHECK(after("drop trigger event_refuses_update; update event set verb = 'taken back' where sequence = 5") == What::no_good);
    CHECK(after("update app_user set name = name") == std::nullopt);
    contents.trails["990"].hash[0] = contents.trails["990"].hash[0] == '0' ? '1' : '0';
    CHECK(after("select 1") == What::no_good);
}

TEST_CASE("while a backup is taken people go on saving, and it holds one moment")
{
    for_each_filled([](Engine engine, const std::string& address, Database& database, const TestFolder& folder) {
        const auto key = some_key(folder);
        std::atomic<bool> is_over = false;
        std::atomic<int> saved = 0;
        std::thread people{[&] {
            for (; !is_over; ++saved) add_event(database, "990", "meanwhile " + std::to_string(saved));
        }};
        while (saved < 5) std::this_thread::yield();
        std::optional<int> at_the_beginning, at_the_end;
        const auto taken = backup::take(address, backups_in(folder), key, scratch(engine), half_past_nine(), [&](std::string_view words, double) {
            if (!at_the_beginning) at_the_beginning = saved;
            if (words.starts_with("Counting rows and")) at_the_end = saved;
            std::this_thread::sleep_for(std::chrono::milliseconds{2});
        });
        is_over = true;
        people.join();
        CHECK(*at_the_end > *at_the_beginning);  // they did not wait for it
        CHECK(taken.proof.events >= 35);
        CHECK(taken.proof.events <= 30 + saved);
        CHECK(backup::verify(taken.file, key, scratch(engine), quietly()).proof.events == taken.proof.events);
    });
}

TEST_CASE("a backup that finds no room says so and leaves nothing behind")
{
    for_each_filled([](Engine engine, const std::string& address, Database&, const TestFolder& folder) {
        const auto key = some_key(folder);
        const auto backups = backups_in(folder);
        const auto elsewhere = scratch(engine);
        for (const rlim_t room : {rlim_t{4'096}, rlim_t{100'000}}) {
            CAPTURE(room);
            const int ended = ending_of([&] {
                std::signal(SIGXFSZ, SIG_IGN);  // as on a disk that is full, a write fails
                const rlimit limit{room, room};
                if (setrlimit(RLIMIT_FSIZE, &limit) != 0) return 99;
                try {
                    (void)backup::take(address, backups, key, elsewhere, half_past_nine(), quietly());
                } catch (const backup::Failure& failure) {
                    return failure.kind == What::no_room ? 7 : 1;
                } catch (const std::exception&) {
                    return 2;
                }
                return 0;
            });
            CHECK(ended == 7);
            CHECK(files_in(backups) == 0);
            for (const auto& entry : fs::directory_iterator{folder.path()}) CHECK_FALSE(entry.path().filename().string().starts_with(".waymark-scratch"));
        }
    });
}

TEST_CASE("a backup that is killed leaves nothing that could be taken for one, and the next clears up after it")
{
    const TestFolder folder;
    const auto address = empty_database(Engine::sqlite, folder);
    fill(*open_database(address));
    const auto key = some_key(folder);
    const auto backups = backups_in(folder);
    const int ended = ending_of([&] {
        (void)backup::take(address, backups, key, {}, half_past_nine(), [](std::string_view words, double) {
            if (words.starts_with("Checking")) std::raise(SIGKILL);
        });
        return 0;
    });
    CHECK(ended == -SIGKILL);
    CHECK(backup::kept_in(backups, backup::label_of(address)).empty());
    CHECK(files_in(backups) == 1);  // half of one, by the name .partial
    const auto is_scratch = [](const auto& entry) { return entry.path().filename().string().starts_with(".waymark-scratch"); };
    CHECK(std::ranges::any_of(fs::directory_iterator{folder.path()}, is_scratch));
    const auto taken = backup::take(address, backups, key, {}, half_past_nine(), quietly());
    CHECK(fs::exists(taken.file));
    CHECK(files_in(backups) == 1);
    CHECK_FALSE(std::ranges::any_of(fs::directory_iterator{folder.path()}, is_scratch));
}

TEST_CASE("old backups go by their age, those of other databases stay, and one always stays")
{
    const TestFolder folder;
    const auto address = empty_database(Engine::sqlite, folder), other = empty_database(Engine::sqlite, folder);
    fill(*open_database(address));
    fill(*open_database(other));
    const auto key = some_key(folder);
    const auto backups = backups_in(folder);
    for (int day = 0; day < 4; ++day) (void)backup::take(address, backups, key, {}, half_past_nine() + std::chrono::days{day}, quietly());
    (void)backup::take(other, backups, key, {}, half_past_nine(), quietly());
    write(backups / "notes.backup", "somebody’s own file");
    CHECK(backup::remove_old(backups, backup::label_of(address), 2) == 2);
    const auto kept = backup::kept_in(backups, backup::label_of(address));
    REQUIRE(kept.size() == 2);
    CHECK(kept.front().about.at == half_past_nine() + std::chrono::days{3});
    CHECK(backup::remove_old(backups, backup::label_of(address), 2) == 0);
    CHECK(backup::kept_in(backups, backup::label_of(other)).size() == 1);
    CHECK(fs::exists(backups / "notes.backup"));
}

TEST_CASE("a key is made once, for its owner alone, can be typed in again, and is refused when others may read it")
{
    const TestFolder folder;
    const fs::path file = folder.path() / "key";
    const auto key = backup::make_key(file);
    CHECK(backup::key_from_file(file) == key);
    CHECK((fs::status(file).permissions() & (fs::perms::group_all | fs::perms::others_all)) == fs::perms::none);
    CHECK(failure_of([&] { backup::make_key(file); }) == What::in_the_way);
    CHECK(backup::key_from_file(file) == key);
    const std::string text = bytes_of(file);
    write(folder.path() / "typed", text.substr(text.find('\n') + 1) + "\n\n");
    CHECK(backup::key_from_file(folder.path() / "typed") == key);
    write(folder.path() / "short", "0123");
    CHECK(failure_of([&] { (void)backup::key_from_file(folder.path() / "short"); }) == What::cannot);
    CHECK(failure_of([&] { (void)backup::key_from_file(folder.path() / "none"); }) == What::cannot);
    CHECK_FALSE(fs::exists(folder.path() / "none"));
    fs::permissions(file, fs::perms::group_read, fs::perm_options::add);
    CHECK(failure_of([&] { (void)backup::key_from_file(file); }) == What::cannot);
}

TEST_CASE("the version that stands in a backup is the one that the build has")
{
    const std::string build = bytes_of(fs::path{WAYMARK_SOURCE_DIR} / "CMakeLists.txt");
    CHECK(build.contains("project(waymark VERSION " + std::string{program_version} + " "));
}
