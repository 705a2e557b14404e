// Claims are made in a writing transaction of their own, one at a time on both engines.
#include "platform/backup/backup_runs.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include "foundation/uk_time.hpp"
#include "platform/access/token.hpp"
#include "platform/backup/backup.sql.hpp"
#include "platform/backup/backup_runs.sql.hpp"
#include "platform/database/migrations.hpp"
#include "platform/database/tables.hpp"

namespace waymark::backup {
namespace {

constexpr const char* place_of_waiting = "backups";  // where an authority's code stands otherwise: all claims wait for each other
constexpr std::chrono::minutes tried_again_after{60}, lost_after{15};

std::string this_machine()
{
    std::string name(256, '\0');
    if (::gethostname(name.data(), name.size()) != 0) return "a machine without a name";
    return name.c_str();
}

template <class F>
std::int64_t in_all(Database& database, Instant now, F&& work)
{
    Context context{database, place_of_waiting, uk_date(now), now};
    const auto changed = context.in_transaction([&](Transaction& tx) -> Result<std::int64_t> { return work(tx); });
    expects(changed.has_value());
    return *changed;
}

Bindings ending_of(const Run& run)
{
    return {{"state", run.is_good ? RunState::good : RunState::failed},
            {"file", run.file.empty() ? std::nullopt : std::optional{run.file}},
            {"bytes", run.file.empty() ? std::nullopt : std::optional{run.bytes}},
            {"words", run.words}};
}

Run run_from(const Row& row)
{
    return {.began = row.instant("began_at"),
            .ended = row.maybe_instant("ended_at"),
            .is_good = row.one_of<RunState>("state") == RunState::good,
            .file = row.text_or_empty("file"),
            .bytes = row.is_null("bytes") ? 0 : row.integer("bytes"),
            .words = row.text("words"),
            .made_by = row.text("made_by")};
}

}  // namespace

bool note_run(Database& database, const Run& run)
{
    if (const auto applied = migrations_applied(*database.lease(false)); applied.empty() || *applied.rbegin() != migrations().back().number) return false;
    const Instant now = run.ended.value_or(run.began);
    in_all(database, now, [&](Transaction& tx) {
        auto bindings = ending_of(run);
        bindings.insert(bindings.end(), {{"id", Id::make(now)}, {"made_by", run.made_by.empty() ? this_machine() : run.made_by}, {"began_at", run.began}, {"ended_at", now}});
        return tx.run(sql::note_run, bindings);
    });
    return true;
}

std::vector<std::string> authorities_in(Database& database)
{
    std::vector<std::string> codes;
    const auto connection = database.lease(false);
    connection->execute(sql::authorities, {}, [&](const Row& row) { codes.push_back(row.text("id")); });
    return codes;
}

Nights::Nights(Database& database) : database_{database}, made_by_{fmt::format("{} ({}, {})", this_machine(), ::getpid(), access::make_token().substr(0, 6))} {}

bool Nights::claim(Date night, Instant now)
{
    return in_all(database_, now, [&](Transaction& tx) {
        return tx.run(sql::claim_night, {{"id", Id::make(now)}, {"night", night}, {"made_by", made_by_}, {"failed_before", now - tried_again_after}, {"lost_before", now - lost_after}});
    }) > 0;
}

bool Nights::go_on(Date night, Instant now)
{
    return in_all(database_, now, [&](Transaction& tx) { return tx.run(sql::still_at_it, {{"night", night}, {"made_by", made_by_}}); }) > 0;
}

void Nights::end(Date night, const Run& run, Instant now)
{
    in_all(database_, now, [&](Transaction& tx) {
        auto bindings = ending_of(run);
        bindings.insert(bindings.end(), {{"night", night}, {"made_by", made_by_}});
        return tx.run(sql::end_of_night, bindings);
    });
}

std::vector<Run> last_runs(Transaction& tx, int most) { return tx.all(sql::last_runs, {{"most", most}}, run_from); }

std::optional<Run> last_good_run(Transaction& tx) { return tx.maybe_one(sql::last_good_run, {}, run_from); }

}  // namespace waymark::backup
