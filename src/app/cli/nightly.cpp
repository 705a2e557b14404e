// waymark nightly: the day's looking ahead, for those who would rather have a timer of the system do it.
#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/cli/database.hpp"
#include "app/cli/verbs.hpp"
#include "app/nightly.hpp"

namespace waymark::app {

void add_nightly(CLI::App& app)
{
    struct Options {
        std::string database, authority;
    };
    auto options = std::make_shared<Options>();
    auto* verb = app.add_subcommand("nightly", "Look over the days to come for what moves by itself; the server does so too, once a day");
    add_database_option(*verb, options->database);
    add_authority_option(*verb, options->authority);
    verb->callback([options] {
        const auto database = open_database(options->database);
        Context context = program_context(*database, authority_or_first(*database, options->authority));
        fmt::print("{}\n", look_ahead(context));
    });
}

}  // namespace waymark::app
