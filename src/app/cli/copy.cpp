// waymark copy: from one engine to the other, every row proven.
#include <chrono>
#include <filesystem>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/cli/progress.hpp"
#include "app/cli/stop.hpp"
#include "app/cli/verbs.hpp"
#include "foundation/text.hpp"
#include "platform/backup/contents.hpp"
#include "platform/backup/failure.hpp"
#include "platform/database/copying.hpp"

namespace waymark::app {
namespace {

struct CopyOptions {
    std::string from, to;
};

/// Opening an SQLite file makes it where it is not: of an empty source nothing would be copied, without a word.
void check_is_there(const std::string& address)
{
    constexpr std::string_view start = "sqlite:";
    if (address.starts_with(start) && !std::filesystem::exists(address.substr(start.size()))) throw Stop{"There is no file " + address.substr(start.size()) + "."};
}

void copy(const CopyOptions& options)
{
    if (options.from == options.to) throw Stop{"--from and --to are the same database."};
    check_is_there(options.from);
    stop_tidily_when_asked();
    const auto began = std::chrono::steady_clock::now();
    try {
        const auto from = open_database(options.from), to = open_database(options.to);
        const auto progress = progress_for_people("Stopped, as asked. The same command goes on from here.");
        const auto copied = copy_database(*from, *to, progress);
        progress("Verifying the trails", -1);
        const auto proof = backup::prove(*to, [&] {
            const auto connection = from->lease(false);
            connection->begin(false, "");
            const auto contents = backup::contents_in(*connection);
            connection->commit();
            return contents;
        }());
        end_progress();
        const auto seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
        fmt::print("{} of {} came over and were compared one by one, {} of {} verified, in {:.0f} seconds.{}\n", counted(copied.rows, "row"), counted(static_cast<long long>(copied.tables), "table"),
                   counted(proof.events, "event"), counted(static_cast<long long>(proof.authorities), "authority", "authorities"), seconds,
                   copied.was_gone_on_with ? fmt::format(" Of them {} had come over before.", with_commas(copied.rows_before)) : "");
        fmt::print("Serve from the new database with the same key file, and put the old one away: docs/manual/moving-up.md.\n");
    } catch (const CopyRefused& refused) {
        end_progress();
        throw Stop{refused.what()};
    } catch (const backup::Failure& failure) {
        end_progress();
        throw Stop{failure.what()};
    }
}

}  // namespace

void add_copy(CLI::App& app)
{
    auto options = std::make_shared<CopyOptions>();
    auto* verb = app.add_subcommand("copy", "Copy everything into an empty database of the other engine, and prove that every row came over");
    verb->add_option("--from", options->from, "The database that there is: sqlite:FILE or postgresql://…")->required();
    verb->add_option("--to", options->to, "The empty one, or one that a copy of the same was begun in")->required();
    verb->callback([options] { copy(*options); });
}

}  // namespace waymark::app
