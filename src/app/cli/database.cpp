// Options and contexts of verbs with a database.
#include "app/cli/database.hpp"

#include <CLI/CLI.hpp>

#include "app/cli/stop.hpp"
#include "app/reactions.hpp"
#include "foundation/uk_time.hpp"
#include "people/store/organisations.hpp"

namespace waymark::app {

void add_database_option(CLI::App& verb, std::string& address)
{
    address = "sqlite:waymark.db";
    verb.add_option("--database", address, "sqlite:FILE or postgresql://…")->envname("WAYMARK_DATABASE")->capture_default_str();
}

void add_authority_option(CLI::App& verb, std::string& code)
{
    verb.add_option("--authority", code, "DfE code of the authority, such as 990; the first in the database unless said")
        ->envname("WAYMARK_AUTHORITY");
}

std::string authority_or_first(Database& database, const std::string& asked)
{
    Context context = program_context(database, asked);
    const auto found = context.read([&](Transaction& tx) -> std::optional<std::string> {
        if (asked.empty()) return people::first_authority(tx);
        return people::authority_name(tx).empty() ? std::nullopt : std::optional{asked};
    });
    if (found) return *found;
    throw Stop{asked.empty() ? std::string{"This database holds no authority yet. `waymark authority` begins a real area, `waymark demo` fills one with a made-up one."}
                             : "This database holds no authority " + asked + "."};
}

Context program_context(Database& database, const std::string& authority)
{
    const auto now = std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
    Context context{database, authority, uk_date(now), now};
    context.reactions = reactions();
    return context;
}

}  // namespace waymark::app
