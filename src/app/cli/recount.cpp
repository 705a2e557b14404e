// waymark recount: whether the attendance that is kept as counts agrees with the marks it was counted from.
#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/cli/database.hpp"
#include "app/cli/stop.hpp"
#include "app/cli/verbs.hpp"
#include "attendance/store/counts.hpp"
#include "foundation/text.hpp"

namespace waymark::app {
namespace {

struct RecountOptions {
    std::string database, authority;
};

void recount(const RecountOptions& options)
{
    const auto database = open_database(options.database);
    Context context = program_context(*database, authority_or_first(*database, options.authority));
    const auto pupils = context.read([](Transaction& tx) { return attendance::expected_pupils(tx); });
    std::size_t differences = 0;
    for (const auto& pupil : pupils) {
        const auto found = context.read([&](Transaction& tx) { return attendance::recount(tx, pupil); });
        for (const auto& difference : found) fmt::print("{}: {}\n", pupil.text(), difference);
        differences += found.size();
    }
    const auto totals = context.read([](Transaction& tx) { return attendance::recount_totals(tx); });
    for (const auto& difference : totals) fmt::print("Total of the {}\n", difference);
    differences += totals.size();
    if (differences > 0) throw Stop{fmt::format("{} differences in the attendance of {}.", with_commas(static_cast<long long>(differences)), context.authority)};
    fmt::print("The attendance of {} agrees with its marks: {} young people counted afresh.\n", context.authority,
               with_commas(static_cast<long long>(pupils.size())));
}

}  // namespace

void add_recount(CLI::App& app)
{
    auto options = std::make_shared<RecountOptions>();
    auto* verb = app.add_subcommand("recount", "Count the kept attendance afresh and say where it differs from its marks");
    add_database_option(*verb, options->database);
    add_authority_option(*verb, options->authority);
    verb->callback([options] { recount(*options); });
}

}  // namespace waymark::app
