// Backups by the server itself, each night, and who is told when the last good one is too old.
#pragma once

#include <filesystem>
#include <functional>
#include <stop_token>

#include "platform/backup/backup.hpp"
#include "platform/backup/backup_runs.hpp"
#include "platform/context.hpp"
#include "platform/jobs/rounds.hpp"

namespace waymark::app {

/// Where and when the server makes backups by itself.
struct BackupPlan {
    std::string database;              // its address
    std::filesystem::path folder;
    backup::Key key{};
    backup::Scratch scratch;
    int keep = 14;                     // of this database, the newest
    int minute_of_day = 120;           // in London: 2am
};

/// The night whose backup is due at that instant: today's once its time has come, yesterday's until then.
[[nodiscard]] Date night_due(Instant now, int minute_of_day);

/// Whether the authority's backups need somebody: none ever tried needs nobody, since then they are made in some other way.
struct BackupTrouble {
    std::string title, why;
};
/// The last one failed, or the last good one was taken 36 hours ago or more.
[[nodiscard]] std::optional<BackupTrouble> trouble_with_backups(Transaction& tx);

/// Opens a task for the administrators while there is trouble, one at a time, and closes it when there is none. Answers whether there is.
bool warn_of_backups(Transaction& tx);

/// Makes the backup of each night once its time has come and nobody else makes it, until it is destroyed: a half one is then given up.
/// Fails by noting it, in the log and for the administrators: a server serves on.
class NightlyBackup {
public:
    /// context   makes one for now, acting as the program
    NightlyBackup(BackupPlan plan, Database& database, std::function<Context()> context);

private:
    void look_whether_one_is_due(const std::stop_token& stop);
    void back_up(Date night, const std::stop_token& stop);

    BackupPlan plan_;
    Database& database_;
    std::function<Context()> context_;
    backup::Nights nights_;
    jobs::Rounds rounds_;  // last: it uses all of the above
};

}  // namespace waymark::app
