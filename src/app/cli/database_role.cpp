// waymark database-role: the role of PostgreSQL that a server of one authority connects as.
#include <cstdlib>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/cli/database.hpp"
#include "app/cli/stop.hpp"
#include "app/cli/verbs.hpp"
#include "platform/access/token.hpp"
#include "platform/database/authority_lock.hpp"

namespace waymark::app {
namespace {

struct RoleOptions {
    std::string database, authority;
};

void make_role(const RoleOptions& options)
{
    const auto database = open_database(options.database);
    const auto authority = authority_or_first(*database, options.authority);
    const char* given = std::getenv("WAYMARK_ROLE_PASSWORD");
    const std::string password = given != nullptr && *given != '\0' ? given : access::make_token();
    if (const auto made = make_authority_role(*database, authority, password); !made) throw Stop{made.error().front().message};
    fmt::print("The role {} reads and writes the rows of {} and of no other authority.\n", role_of_authority(authority), authority);
    if (given == nullptr || *given == '\0') fmt::print("Its password, shown this once:\n  {}\n", password);
    fmt::print("Serve with --database postgresql://{}:PASSWORD@HOST/DATABASE --authority {}; go on migrating as the owner of the tables.\n",
               role_of_authority(authority), authority);
}

}  // namespace

void add_database_role(CLI::App& app)
{
    auto options = std::make_shared<RoleOptions>();
    auto* verb = app.add_subcommand("database-role", "Make the PostgreSQL role that opens one authority’s rows only");
    verb->footer("Run it as the owner of the tables. WAYMARK_ROLE_PASSWORD gives the password; without it one is made and shown.");
    add_database_option(*verb, options->database);
    add_authority_option(*verb, options->authority);
    verb->callback([options] { make_role(*options); });
}

}  // namespace waymark::app
