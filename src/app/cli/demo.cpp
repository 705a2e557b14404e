// waymark demo and waymark generate: the made-up area, at its own size or at any.
#include <chrono>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/cli/database.hpp"
#include "app/cli/stop.hpp"
#include "app/cli/verbs.hpp"
#include "app/reactions.hpp"
#include "foundation/uk_time.hpp"
#include "harrowdale/build.hpp"

namespace waymark::app {
namespace {

struct DemoOptions {
    std::string address, today;
    harrowdale::Options area;
};

void make_area(DemoOptions& options)
{
    const auto begun = std::chrono::steady_clock::now();
    const auto seconds = [&] { return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count(); };
    options.area.today = uk_date(std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now()));
    if (!options.today.empty()) {
        const auto day = parse_iso_date(options.today);
        if (!day) throw Stop{day.error()};
        options.area.today = *day;
    }
    options.area.reactions = reactions();
    options.area.progress = [&](std::string_view what) { fmt::print(stderr, "  {:5.1f} s  {}\n", seconds(), what); };
    const auto database = open_database(options.address);
    migrate(*database);
    // It is one transaction over indexes in no order: what no longer fits into the writer's cache is written, and read again, many times.
    if (options.area.school_year && database->engine() == Engine::sqlite) database->lease(true)->run_script("pragma cache_size = -2000000");
    harrowdale::build(*database, options.area);
    gather_statistics(*database);
    fmt::print("Harrowdale is made: {} children, as of {}, in {:.1f} s.\n", options.area.pupils, long_date(options.area.today), seconds());
}

CLI::App* add_area_verb(CLI::App& app, std::string name, std::string what, const std::shared_ptr<DemoOptions>& options)
{
    auto* verb = app.add_subcommand(std::move(name), std::move(what));
    add_database_option(*verb, options->address);
    verb->add_option("--seed", options->area.seed, "The same seed makes the same area")->check(CLI::PositiveNumber);
    verb->add_option("--today", options->today, "The day it is to be, instead of today: 2026-11-23");
    verb->callback([options] { make_area(*options); });
    return verb;
}

}  // namespace

void add_demo(CLI::App& app)
{
    add_area_verb(app, "demo", "Make the made-up authority Harrowdale in an empty database", std::make_shared<DemoOptions>());
    const auto options = std::make_shared<DemoOptions>();
    auto* generate = add_area_verb(app, "generate", "Make an authority of the same shape at another size", options);
    generate->add_option("--pupils", options->area.pupils, "How many children")->check(CLI::Range(1, 1'000'000));
    generate->add_flag("--school-year", options->area.school_year, "For benchmarks: every 25 children a group of their own, with a mark for each session of this school year");
    generate->add_option("--years", options->area.years, "How many school years of histories")->check(CLI::Range(1, 10));
}

}  // namespace waymark::app
