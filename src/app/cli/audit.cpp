// waymark audit verify: whether the trail is as it was written.
#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/cli/database.hpp"
#include "app/cli/stop.hpp"
#include "app/cli/verbs.hpp"
#include "platform/audit/trail.hpp"

namespace waymark::app {
namespace {

struct VerifyOptions {
    std::string database, authority;
    std::int64_t sealed_sequence = 0;
    std::string sealed_hash;
};

void verify(const VerifyOptions& options)
{
    const auto database = open_database(options.database);
    Context context = program_context(*database, authority_or_first(*database, options.authority));
    std::optional<audit::Seal> kept;
    if (!options.sealed_hash.empty()) kept = audit::Seal{options.sealed_sequence, options.sealed_hash};
    struct Found {
        std::optional<audit::Fault> fault;
        audit::Seal seal;
    };
    const auto found = context.read([&](Transaction& tx) { return Found{audit::verify(tx, kept), audit::seal(tx)}; });
    if (found.fault) throw Stop{fmt::format("The trail of {} is broken at event {}: {}", context.authority, found.fault->sequence, found.fault->what)};
    fmt::print("The trail of {} is whole: {} events. Keep this seal elsewhere, and give it back next time:\n  --sequence {} --hash {}\n",
               context.authority, found.seal.sequence, found.seal.sequence, found.seal.hash);
}

}  // namespace

void add_audit(CLI::App& app)
{
    auto options = std::make_shared<VerifyOptions>();
    auto* verb = app.add_subcommand("audit", "The trail of events");
    verb->require_subcommand(1);
    auto* check = verb->add_subcommand("verify", "Check that no event was changed, removed or added since it was written");
    add_database_option(*check, options->database);
    add_authority_option(*check, options->authority);
    check->add_option("--sequence", options->sealed_sequence, "Of a seal kept elsewhere");
    check->add_option("--hash", options->sealed_hash, "Of a seal kept elsewhere");
    check->callback([options] { verify(*options); });
}

}  // namespace waymark::app
