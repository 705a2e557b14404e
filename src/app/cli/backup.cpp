// waymark backup, waymark restore: backups that were restored once before anybody needs them.
#include <chrono>
#include <cstdio>
#include <filesystem>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/backups.hpp"
#include "app/cli/database.hpp"
#include "app/cli/progress.hpp"
#include "app/cli/stop.hpp"
#include "app/cli/verbs.hpp"
#include "foundation/text.hpp"
#include "platform/backup/backup.hpp"
#include "platform/backup/backup_runs.hpp"

namespace waymark::app {
namespace {

struct BackupOptions {
    std::string database, folder, key, scratch, scratch_server, file;
    int keep = 0;
    bool show_head = false;
};

backup::Progress nothing_left_behind() { return progress_for_people("Stopped, as asked. Nothing is left behind."); }

/// A refusal in words is the person's to put right; the world's failures are the world's.
template <class F>
auto said_plainly(F&& work)
{
    try {
        auto answer = work();
        end_progress();
        return answer;
    } catch (const backup::Failure& failure) {
        end_progress();
        throw Stop{failure.what()};
    }
}

std::string proven_words(const backup::Proof& proof)
{
    return fmt::format("{} in all tables counted, {} of {} verified.", counted(proof.rows, "row"), counted(proof.events, "event"), counted(static_cast<long long>(proof.authorities), "authority", "authorities"));
}

std::string about_words(const backup::About& about)
{
    return fmt::format("{} ({}), as it was on {}; Waymark {}, schema {}, key {}", about.database, about.engine == Engine::sqlite ? "SQLite" : "PostgreSQL", uk_date_time(about.at), about.program, about.schema,
                       about.key);
}

Instant this_instant() { return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now()); }

void take(const BackupOptions& options)
{
    if (options.folder.empty() || options.key.empty()) throw Stop{"Say where backups go, and the key that they are sealed with: waymark backup --to FOLDER --key FILE. `waymark backup key FILE` makes a key."};
    stop_tidily_when_asked();
    const auto began = this_instant();
    const auto noted = [&](const backup::Run& run) {
        constexpr std::string_view file = "sqlite:";
        if (options.database.starts_with(file) && !std::filesystem::exists(options.database.substr(file.size()))) return;  // opening would make it
        try {
            const auto database = open_database(options.database);
            if (!backup::note_run(*database, run)) return;
            for (const auto& authority : backup::authorities_in(*database)) {
                Context context = program_context(*database, authority);
                const auto told = context.in_transaction([&](Transaction& tx) -> Result<void> {
                    warn_of_backups(tx);
                    return {};
                });
                expects(told.has_value());
            }
        } catch (const std::exception& failure) {
            fmt::print(stderr, "The administrators are not told of this, since it could not be noted in the database: {}\n", failure.what());
        }
    };
    try {
        const auto taken = said_plainly([&] {
            return backup::take(options.database, options.folder, backup::key_from_file(options.key), {options.scratch, options.scratch_server}, began, nothing_left_behind());
        });
        noted({.began = began, .ended = this_instant(), .is_good = true, .file = taken.file.filename(), .bytes = static_cast<std::int64_t>(taken.bytes), .words = proven_words(taken.proof)});
        fmt::print("{}\n{} bytes. Restored and proven: {}\n", taken.file.string(), with_commas(static_cast<long long>(taken.bytes)), proven_words(taken.proof));
        if (options.keep > 0)
            if (const int gone = backup::remove_old(options.folder, taken.about.database, options.keep); gone > 0) fmt::print("{} removed.\n", counted(gone, "older backup"));
    } catch (const Stop& stop) {
        if (!is_asked_to_stop()) noted({.began = began, .ended = this_instant(), .is_good = false, .file = {}, .bytes = 0, .words = stop.what()});
        throw;
    }
}

void verify(const BackupOptions& options)
{
    if (options.show_head) return fmt::print("{}\n", said_plainly([&] { return about_words(backup::about(options.file)); }));
    if (options.key.empty()) throw Stop{"Give the key that the backup was made with: --key FILE."};
    stop_tidily_when_asked();
    const auto verified = said_plainly([&] { return backup::verify(options.file, backup::key_from_file(options.key), {options.scratch, options.scratch_server}, nothing_left_behind()); });
    fmt::print("{}\nRestored and proven: {}\n", about_words(verified.about), proven_words(verified.proof));
}

void restore(const BackupOptions& options)
{
    stop_tidily_when_asked();
    const auto verified = said_plainly([&] { return backup::restore(options.file, backup::key_from_file(options.key), options.database, nothing_left_behind()); });
    fmt::print("{}\nRestored and proven: {}\nErase again what was erased since (docs/manual/backups.md, “After restoring”), and put the server’s key file beside it before serving.\n",
               about_words(verified.about), proven_words(verified.proof));
}

void make_key(const BackupOptions& options)
{
    const auto key = said_plainly([&] { return backup::make_key(options.file); });
    fmt::print("{} holds a new key, {}.\nPut a copy of it where the backups are not, such as a safe: it is two lines that can be printed. Whoever has it and a backup can read every record; without it\n"
               "no backup made with it can be read, by anybody.\n",
               options.file, backup::name_of(key));
}

void add_scratch_options(CLI::App& verb, BackupOptions& options)
{
    verb.add_option("--scratch", options.scratch, "A folder, as safe as the database’s own, to unpack an SQLite copy in; beside the database or the backup unless said")->check(CLI::ExistingDirectory);
    verb.add_option("--scratch-server", options.scratch_server, "postgresql://… where a database may be made, to unpack a PostgreSQL copy in")->envname("WAYMARK_SCRATCH_SERVER");
}

}  // namespace

void add_backup(CLI::App& app)
{
    auto options = std::make_shared<BackupOptions>();
    auto* verb = app.add_subcommand("backup", "Take a sealed backup while the server runs, and prove it by restoring it");
    verb->require_subcommand(0, 1);
    add_database_option(*verb, options->database);
    verb->add_option("--to", options->folder, "The folder that backups go to");
    verb->add_option("--key", options->key, "The file with the key that they are sealed with");
    verb->add_option("--keep", options->keep, "Remove all but the newest so many of this database, once the new one is proven")->check(CLI::Range(1, 10'000));
    add_scratch_options(*verb, *options);
    verb->callback([options, verb] {
        if (verb->get_subcommands().empty()) take(*options);
    });

    auto* check = verb->add_subcommand("verify", "Prove a backup again: open it, restore it into a scratch place, count and verify");
    check->add_option("file", options->file, "The backup")->required()->check(CLI::ExistingFile);
    check->add_option("--key", options->key, "The file with the key that it was made with");
    check->add_flag("--head", options->show_head, "Only say what its head says: needs no key and proves nothing");
    add_scratch_options(*check, *options);
    check->callback([options] { verify(*options); });

    auto* key = verb->add_subcommand("key", "Make a key for backups");
    key->add_option("file", options->file, "The file to make")->required();
    key->callback([options] { make_key(*options); });
}

void add_restore(CLI::App& app)
{
    auto options = std::make_shared<BackupOptions>();
    auto* verb = app.add_subcommand("restore", "Make a database from a backup, where there is none");
    verb->add_option("file", options->file, "The backup")->required()->check(CLI::ExistingFile);
    verb->add_option("--key", options->key, "The file with the key that it was made with")->required();
    verb->add_option("--database", options->database, "sqlite:FILE that is not there yet, or postgresql://… with nothing in it")->required();
    verb->callback([options] { restore(*options); });
}

}  // namespace waymark::app
