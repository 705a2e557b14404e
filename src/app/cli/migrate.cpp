// waymark migrate: brings the schema up to date.
#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/cli/database.hpp"
#include "app/cli/verbs.hpp"

namespace waymark::app {

void add_migrate(CLI::App& app)
{
    auto address = std::make_shared<std::string>();
    auto* verb = app.add_subcommand("migrate", "Bring the schema of the database up to date");
    add_database_option(*verb, *address);
    verb->callback([address] {
        const auto database = open_database(*address);
        const int applied = migrate(*database);
        fmt::print("{}\n", applied == 0 ? "The schema is up to date." : fmt::format("{} migrations applied.", applied));
    });
}

}  // namespace waymark::app
