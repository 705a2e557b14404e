// waymark serve: the web server.
#include <cstdio>
#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/cli/database.hpp"
#include "app/cli/stop.hpp"
#include "app/cli/verbs.hpp"
#include "app/edge.hpp"
#include "app/nightly.hpp"
#include "app/pupil_pages.hpp"
#include "app/routes.hpp"
#include "platform/http/server.hpp"
#include "platform/log/log.hpp"

namespace waymark::app {
namespace {

struct ServeOptions {
    std::string database;
    std::string authority;
    std::string today;
    ServerOptions server{.port = 8080, .stop_on_signals = true};
    bool demonstration = false;
    bool quiet = false;
};

void serve(const ServeOptions& options)
{
    EdgeOptions edge_options{.authority = {}, .demonstration = options.demonstration, .today = {}, .clock = {}};
    if (!options.today.empty()) {
        if (!options.demonstration) throw Stop{"--today is for demonstrations only: add --demonstration, or leave it out."};
        const auto day = parse_iso_date(options.today);
        if (!day) throw Stop{"--today takes a day such as 2026-11-23."};
        edge_options.today = *day;
    }
    const auto database = open_database(options.database);
    if (const int applied = migrate(*database); applied > 0) log_note("serve", fmt::format("brought the schema up to date: {} migrations", applied));
    if (database->engine() == Engine::sqlite) gather_statistics(*database);
    edge_options.authority = authority_or_first(*database, options.authority);
    log_requests(!options.quiet);

    join_pupil_pages();
    const Edge edge{*database, all_routes(), edge_options};
    const NightlyLook nightly{[&edge] { return edge.make_context(); }};
    Server server{options.server, [&edge](Request request) { return edge.answer(std::move(request)); }};
    fmt::print("Open http://{}:{}/\n", options.server.address, server.port());
    std::fflush(stdout);
    server.run();
    log_note("serve", "stopped");
}

}  // namespace

void add_serve(CLI::App& app)
{
    auto options = std::make_shared<ServeOptions>();
    auto* verb = app.add_subcommand("serve", "Serve the pages");
    add_database_option(*verb, options->database);
    add_authority_option(*verb, options->authority);
    verb->add_option("--address", options->server.address, "Where to listen")->capture_default_str();
    verb->add_option("--port", options->server.port, "0 takes any free one")->envname("WAYMARK_PORT")->capture_default_str();
    verb->add_option("--workers", options->server.workers, "Requests worked on at the same time")->check(CLI::Range(1, 256))->capture_default_str();
    verb->add_flag("--trust-forwarded", options->server.trust_forwarded, "Behind a proxy that sets X-Forwarded-For and X-Forwarded-Proto");
    verb->add_flag("--demonstration", options->demonstration, "A made-up area: anyone may sign in as any of its people");
    verb->add_option("--today", options->today, "The day it is, in a demonstration: 2026-11-23");
    verb->add_flag("--quiet", options->quiet, "No line for each request");
    verb->callback([options] { serve(*options); });
}

}  // namespace waymark::app
