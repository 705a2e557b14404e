// One server of several makes the night's backup: whoever claims the night (platform/backup/backup_runs.hpp). Old backups go only
// after the new one was proven.
#include "app/backups.hpp"

#include <chrono>

#include <fmt/format.h>

#include "foundation/text.hpp"
#include "foundation/uk_time.hpp"
#include "platform/log/log.hpp"
#include "tasks/store/tasks.hpp"

namespace waymark::app {
namespace {

constexpr std::chrono::minutes between_looks{1};
constexpr std::chrono::seconds between_signs_of_life{60};
constexpr std::chrono::hours too_old_after{36};  // a night and half a day: time to see to it before a second night is lost
constexpr const char* task_kind = "backup_trouble";

Instant this_instant() { return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now()); }

Id about_backups() { return Id::from_words("the backups of this service"); }

std::string day_words(const std::optional<backup::Run>& good) { return good ? "The last good backup is of " + uk_date_time(good->began) + "." : "There is no good backup yet."; }

}  // namespace

Date night_due(Instant now, int minute_of_day)
{
    const Date today = uk_date(now);
    return uk_minute_of_day(now) >= minute_of_day ? today : today - std::chrono::days{1};
}

std::optional<BackupTrouble> trouble_with_backups(Transaction& tx)
{
    const auto runs = backup::last_runs(tx, 2);
    if (runs.empty()) return std::nullopt;
    const auto good = backup::last_good_run(tx);
    const auto& ended = runs.front().ended || runs.size() == 1 ? runs.front() : runs.back();  // the one that goes on has not failed
    if (ended.ended && !ended.is_good)
        return BackupTrouble{"Have the backups of this service put right: the last one failed", day_words(good) + " Since then: " + ended.words};
    const auto oldest_that_is_fine = tx.now() - too_old_after;
    if ((good ? good->began : runs.back().began) <= oldest_that_is_fine)
        return BackupTrouble{"Have the backups of this service put right: the last good one is too old", day_words(good) + " One should be made each night."};
    return std::nullopt;
}

bool warn_of_backups(Transaction& tx)
{
    const auto trouble = trouble_with_backups(tx);
    if (!trouble) {
        tasks::close_tasks_about(tx, about_backups(), task_kind);
        return false;
    }
    if (!tasks::open_tasks_about(tx, about_backups()).empty()) return true;
    const auto team = tasks::team_of_role(tx, Role::administrator);
    if (!team) return true;
    tasks::open_task(tx, {.kind = task_kind,
                          .title = trouble->title,
                          .why = trouble->why,
                          .severity = Severity::breach,
                          .due_on = tx.today(),
                          .about_entity = "backup",
                          .about = about_backups(),
                          .href = "/admin/backups",
                          .organisation = *team,
                          .role = Role::administrator});
    return true;
}

NightlyBackup::NightlyBackup(BackupPlan plan, Database& database, std::function<Context()> context)
    : plan_{std::move(plan)}, database_{database}, context_{std::move(context)}, nights_{database}, rounds_{[this](const std::stop_token& stop) {
          look_whether_one_is_due(stop);
          return between_looks;
      }}
{
}

void NightlyBackup::look_whether_one_is_due(const std::stop_token& stop)
{
    try {
        const Instant now = this_instant();
        if (const Date night = night_due(now, plan_.minute_of_day); nights_.claim(night, now)) back_up(night, stop);
    } catch (const std::exception& failure) {
        log_warning("backup", fmt::format("could not look whether one is due, and will again: {}", failure.what()));
    }
}

void NightlyBackup::back_up(Date night, const std::stop_token& stop)
{
    backup::Run run{.began = this_instant(), .ended = {}, .is_good = false, .file = {}, .bytes = 0, .words = {}};
    std::string database;
    auto said_at = std::chrono::steady_clock::now();
    try {
        const auto taken = backup::take(plan_.database, plan_.folder, plan_.key, plan_.scratch, run.began, [&](std::string_view, double) {
            if (stop.stop_requested()) throw backup::Failure{backup::Failure::What::stopped, "The server was stopped before the backup was done. It is made again."};
            if (const auto now = std::chrono::steady_clock::now(); now - said_at >= between_signs_of_life) {
                said_at = now;
                if (!nights_.go_on(night, this_instant())) throw backup::Failure{backup::Failure::What::stopped, "Another server has taken over."};
            }
        });
        run.is_good = true;
        run.file = taken.file.filename();
        run.bytes = static_cast<std::int64_t>(taken.bytes);
        run.words = fmt::format("{} counted, {} of the trail verified.", counted(taken.proof.rows, "row"), counted(taken.proof.events, "event"));
        database = taken.about.database;
        log_note("backup", fmt::format("{} is good: {}", run.file, run.words));
    } catch (const std::exception& failure) {
        run.words = failure.what();
        log_warning("backup", fmt::format("failed: {}", run.words));
    }
    nights_.end(night, run, this_instant());
    Context context = context_();
    const auto told = context.in_transaction([&](Transaction& tx) -> Result<void> {
        warn_of_backups(tx);
        return {};
    });
    expects(told.has_value());
    if (!run.is_good) return;
    if (const int gone = backup::remove_old(plan_.folder, database, plan_.keep); gone > 0) log_note("backup", fmt::format("{} removed", counted(gone, "older one")));
}

}  // namespace waymark::app
