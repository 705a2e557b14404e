// Which backups were tried, and what became of them: kept in the database, so that every server and every administrator sees it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "platform/context.hpp"
#include "platform/database/database.hpp"

namespace waymark::backup {

enum class RunState { running, good, failed };

struct Run {
    Instant began;
    std::optional<Instant> ended;           // none: it goes on
    bool is_good = false;
    std::string file;                       // its name in its folder; empty when there is none
    std::int64_t bytes = 0;
    std::string words;                      // what was proven, or why it failed
    std::string made_by = {};               // empty: this machine
};

/// Notes one that somebody took by hand or by a timer, for every authority. Where the schema is older than the program it does nothing, and
/// answers false: a backup before an upgrade is a good habit.
bool note_run(Database& database, const Run& run);

/// The authorities that the database holds, by code.
[[nodiscard]] std::vector<std::string> authorities_in(Database& database);

/// One server's part in the backups of the nights.
class Nights {
public:
    explicit Nights(Database& database);

    /// Whether this server is to make that night's backup now: nobody has, or whoever tried failed an hour ago or more, or has not said for a
    /// quarter of an hour that it goes on.
    [[nodiscard]] bool claim(Date night, Instant now);
    /// Says that it goes on. False when another has taken over: then stop.
    bool go_on(Date night, Instant now);
    void end(Date night, const Run& run, Instant now);

private:
    Database& database_;
    std::string made_by_;
};

/// The last so many that this authority was told of, newest first; the one that goes on among them.
[[nodiscard]] std::vector<Run> last_runs(Transaction& tx, int most);
[[nodiscard]] std::optional<Run> last_good_run(Transaction& tx);

}  // namespace waymark::backup
