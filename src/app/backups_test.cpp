// The backup of each night: made once by one server of several, tried again when it failed, and told to who looks after the service.
#include "app/backups.hpp"

#include <thread>

#include "platform/backup/filled_database_test.hpp"
#include "platform/log/log.hpp"
#include "tasks/store/tasks.hpp"

using namespace waymark;
using namespace waymark::app;
using namespace waymark::testing;
using namespace std::chrono_literals;

namespace {

backup::Run run_of(Instant began, bool is_good, std::string words = "1 row counted")
{
    return {.began = began, .ended = began + 5min, .is_good = is_good, .file = is_good ? "waymark.backup" : "", .bytes = is_good ? 10 : 0, .words = std::move(words)};
}

/// A service whose authority has a team that administrators work in.
void add_team(Database& database, const std::string& authority)
{
    database.lease(true)->run_script("insert into organisation (authority_id, id, kind, name, created_at) values ('" + authority + "', '" + Id::from_words("team of " + authority).text() +
                                     "', 'authority_team', 'Team', 0)");
}

Context at(Database& database, Instant now, const std::string& authority = "990") { return {database, authority, uk_date(now), now}; }

std::vector<tasks::Task> told(Database& database, Instant now, const std::string& authority = "990")
{
    Context context = at(database, now, authority);
    const auto done = context.in_transaction([&](Transaction& tx) -> Result<void> {
        warn_of_backups(tx);
        return {};
    });
    REQUIRE(done.has_value());
    return context.read([](Transaction& tx) { return tasks::open_tasks_about(tx, Id::from_words("the backups of this service")); });
}

}  // namespace

TEST_CASE("a night’s backup is due once its time has come, and yesterday’s until then")
{
    CHECK(night_due(uk_instant(date(2026, 11, 23), 2, 0), 120) == date(2026, 11, 23));
    CHECK(night_due(uk_instant(date(2026, 11, 23), 1, 59), 120) == date(2026, 11, 22));
    CHECK(night_due(uk_instant(date(2026, 7, 1), 2, 0), 120) == date(2026, 7, 1));  // in London’s time, in summer too
}

TEST_CASE("of several servers one makes the night’s backup; another takes over when it fails or says nothing any more")
{
    for_each_filled([](Engine, const std::string& address, Database& database, const TestFolder&) {
        const auto second_database = open_database(address);
        backup::Nights first{database}, second{*second_database};
        const Date night = date(2026, 11, 23);
        const Instant start = uk_instant(night, 2, 0);
        CHECK(first.claim(night, start));
        CHECK_FALSE(second.claim(night, start));
        CHECK_FALSE(first.claim(night, start + 1min));  // it has it already
        CHECK(first.go_on(night, start + 10min));
        CHECK_FALSE(second.claim(night, start + 20min));
        CHECK(second.claim(night, start + 25min));      // a quarter of an hour without a sign
        CHECK_FALSE(first.go_on(night, start + 26min)); // and so it stops
        first.end(night, run_of(start, true), start + 27min);
        CHECK_FALSE(at(database, start).read([](Transaction& tx) { return backup::last_good_run(tx).has_value(); }));  // what it says does not count any more

        second.end(night, run_of(start, false, "no room"), start + 30min);
        CHECK_FALSE(first.claim(night, start + 89min));
        CHECK(first.claim(night, start + 90min));       // an hour later
        first.end(night, run_of(start + 90min, true), start + 95min);
        CHECK_FALSE(second.claim(night, start + 23h));  // it is made
        CHECK(second.claim(night + std::chrono::days{1}, start + 24h));
    });
}

TEST_CASE("administrators are told when the last backup failed or is too old, once, and no longer when a good one was made")
{
    for_each_filled([](Engine, const std::string&, Database& database, const TestFolder&) {
        add_team(database, "990");
        add_team(database, "991");
        const Instant start = uk_instant(date(2026, 11, 23), 2, 0);
        CHECK(told(database, start).empty());  // none was ever tried: somebody else’s way
        CHECK(backup::note_run(database, run_of(start, true)));
        CHECK(told(database, start + 35h).empty());
        REQUIRE(told(database, start + 36h).size() == 1);
        CHECK(told(database, start + 36h).front().title == "Have the backups of this service put right: the last good one is too old");
        CHECK(told(database, start + 60h).size() == 1);
        CHECK(told(database, start + 36h, "991").size() == 1);  // a backup holds every authority, so each is told

        CHECK(backup::note_run(database, run_of(start + 61h, true)));
        CHECK(told(database, start + 62h).empty());
        CHECK(backup::note_run(database, run_of(start + 63h, false, "There is no room.")));
        REQUIRE(told(database, start + 64h).size() == 1);
        CHECK(told(database, start + 64h).front().why == "The last good backup is of 25 November 2026 at 3pm. Since then: There is no room.");
        backup::Nights server{database};
        CHECK(server.claim(date(2026, 11, 26), start + 72h));
        CHECK(told(database, start + 72h).size() == 1);  // one that goes on is not good yet
        server.end(date(2026, 11, 26), run_of(start + 72h, true), start + 73h);
        CHECK(told(database, start + 74h).empty());
    });
}

TEST_CASE("the server makes the night’s backup by itself, keeps so many, and notes one that fails")
{
    for_each_filled([](Engine engine, const std::string& address, Database& database, const TestFolder& folder) {
        log_to([](std::string_view) {});
        add_team(database, "990");
        fs::create_directory(folder.path() / "backups");
        BackupPlan plan{.database = address, .folder = folder.path() / "backups", .key = backup::make_key(folder.path() / "key"), .scratch = {}, .keep = 1, .minute_of_day = 0};
        if (engine == Engine::postgres) plan.scratch.server = scratch_postgres().address("postgres");
        const Instant now = std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
        (void)backup::take(address, plan.folder, plan.key, plan.scratch, now - 24h, [](std::string_view, double) {});
        const auto wait_for = [&](auto&& is_so) {
            for (int tries = 0; tries < 1200 && !is_so(); ++tries) std::this_thread::sleep_for(50ms);
            return is_so();
        };
        const auto last = [&] { return at(database, now).read([](Transaction& tx) { return backup::last_runs(tx, 1); }); };
        {
            const NightlyBackup nightly{plan, database, [&] { return at(database, now); }};
            CHECK(wait_for([&] { return !last().empty() && last().front().is_good && backup::kept_in(plan.folder, backup::label_of(address)).size() == 1; }));
        }
        const auto kept = backup::kept_in(plan.folder, backup::label_of(address));
        REQUIRE(kept.size() == 1);
        CHECK(kept.front().file.filename() == last().front().file);
        CHECK(told(database, now).empty());

        database.lease(true)->run_script("delete from backup_run");
        fs::rename(plan.folder, folder.path() / "gone");
        {
            const NightlyBackup nightly{plan, database, [&] { return at(database, now); }};
            CHECK(wait_for([&] { return !told(database, now).empty(); }));
        }
        CHECK(last().front().words.starts_with("There is no folder"));
        log_to({});
    });
}
