// waymark clocks: counts every clock of every child afresh and says how they stand.
#include <algorithm>
#include <chrono>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/cli/database.hpp"
#include "app/cli/verbs.hpp"
#include "clocks/store/all_clocks.hpp"
#include "foundation/text.hpp"

namespace waymark::app {
namespace {

struct ClocksOptions {
    std::string database, authority;
};

struct Standing {
    long running = 0, warnings = 0, breaches = 0, lawful = 0, met = 0, not_known = 0;
};

void add(Standing& standing, const clocks::RunningClock& running)
{
    ++standing.running;
    if (running.clock.is_met) ++standing.met;
    else if (running.reason) ++standing.lawful;
    else if (running.is_breach()) ++standing.breaches;
    else if (running.needs_attention()) ++standing.warnings;
    if (!running.clock.is_met && !running.clock.due && running.clock.working.find("cannot be counted") != std::string::npos) ++standing.not_known;
}

double seconds_since(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// What one child's clocks take, read and counted by themselves: the middle of up to so many children, in milliseconds.
constexpr std::size_t children_timed_max = 500;

double milliseconds_of_one(Transaction& tx, const clocks::AllClocks& everybody)
{
    std::vector<double> taken;
    for (std::size_t at = 0; at < everybody.size() && taken.size() < children_timed_max; at += 1 + everybody.size() / children_timed_max) {
        const auto start = std::chrono::steady_clock::now();
        const auto facts = clocks::facts_of(tx, everybody[at]->pupil);
        if (facts && clocks::clocks_of_child(tx, *facts).empty()) continue;
        taken.push_back(1000 * seconds_since(start));
    }
    if (taken.empty()) return 0;
    std::ranges::nth_element(taken, taken.begin() + static_cast<std::ptrdiff_t>(taken.size() / 2));
    return taken[taken.size() / 2];
}

void count_clocks(const ClocksOptions& options)
{
    const auto database = open_database(options.database);
    Context context = program_context(*database, authority_or_first(*database, options.authority));
    const auto start = std::chrono::steady_clock::now();
    std::map<clocks::ClockKind, Standing> found;
    std::size_t children = 0;
    double seconds = 0, milliseconds = 0;
    context.read([&](Transaction& tx) {
        const auto everybody = clocks::count_all_clocks(tx);
        seconds = seconds_since(start);
        milliseconds = milliseconds_of_one(tx, everybody);
        children = everybody.size();
        for (const auto& child : everybody)
            for (const auto& running : child->running) add(found[running.kind], running);
    });
    fmt::print("{:<6} {:<72} {:>9} {:>9} {:>9} {:>9} {:>9} {:>9}\n", "Rule", "Clock", "running", "warning", "breach", "lawful", "met", "not known");
    for (const auto& [kind, standing] : found)
        fmt::print("{:<6} {:<72} {:>9} {:>9} {:>9} {:>9} {:>9} {:>9}\n", clocks::words_of(kind).rule, clocks::words_of(kind).name, standing.running, standing.warnings,
                   standing.breaches, standing.lawful, standing.met, standing.not_known);
    fmt::print("Counted for every child of {} on {}: {} have a clock; {:.1f} s. One by itself: {:.2f} ms.\n", context.authority, long_date(context.today),
               counted(static_cast<long long>(children), "young person", "young people"), seconds, milliseconds);
}

}  // namespace

void add_clocks(CLI::App& app)
{
    auto options = std::make_shared<ClocksOptions>();
    auto* verb = app.add_subcommand("clocks", "Count every clock of law and practice afresh, for every child, and say how they stand");
    add_database_option(*verb, options->database);
    add_authority_option(*verb, options->authority);
    verb->callback([options] { count_clocks(*options); });
}

}  // namespace waymark::app
