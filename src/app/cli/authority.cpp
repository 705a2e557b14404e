// waymark authority: the first step of a real area, in an empty database.
#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/cli/database.hpp"
#include "app/cli/stop.hpp"
#include "app/cli/verbs.hpp"
#include "directory/store/programmes.hpp"
#include "people/actions/begin_authority.hpp"
#include "people/rules/new_password.hpp"
#include "people/store/organisations.hpp"

namespace waymark::app {
namespace {

struct AuthorityOptions {
    std::string database, code;
    people::BeginAuthority begin{.name = {}, .gss = {}, .team = "Alternative provision team", .administrator = {}, .email = {}};
    bool beside_others = false;
};

void begin(const AuthorityOptions& options)
{
    const auto database = open_database(options.database);
    migrate(*database);
    Context context = program_context(*database, options.code);
    const auto other = context.read([](Transaction& tx) { return people::first_authority(tx); });
    if (other && *other != options.code && !options.beside_others)
        throw Stop{"This database holds the authority " + *other + " already. Give each area a database of its own, or say --beside-others: see the manual on the second lock."};
    const auto begun = context.in_transaction([&](Transaction& tx) -> Result<people::BegunAuthority> {
        const auto made = TRY(people::begin_authority(context, options.begin));
        directory::insert_starting_categories(tx, context.today);
        return made;
    });
    if (!begun) throw Stop{begun.error()};
    fmt::print("{} is there, with {} as its first administrator.\n\n"
               "Serve it, then open this page of it within {} hours, or hand it over by a way you trust. It is shown this once and sets a password once:\n  {}\n\n"
               "Next: docs/manual/putting-up-waymark.md.\n",
               options.begin.name, options.begin.administrator, people::LinkLimits{}.invitation.count(), begun->link);
}

}  // namespace

void add_authority(CLI::App& app)
{
    auto options = std::make_shared<AuthorityOptions>();
    auto* verb = app.add_subcommand("authority", "Begin a real area: its authority and its first administrator");
    add_database_option(*verb, options->database);
    verb->add_option("name", options->begin.name, "The authority’s name, such as Harrowdale")->required();
    verb->add_option("--code", options->code, "Its DfE code, three digits")->required();
    verb->add_option("--gss", options->begin.gss, "Its GSS code, such as E06000990");
    verb->add_option("--team", options->begin.team, "The team that the administrator works in")->capture_default_str();
    verb->add_option("--administrator", options->begin.administrator, "The first administrator’s name")->required();
    verb->add_option("--email", options->begin.email, "Their work email address")->required();
    verb->add_flag("--beside-others", options->beside_others, "In a database that holds other authorities");
    verb->callback([options] { begin(*options); });
}

}  // namespace waymark::app
