// Makes the made-up area in an empty, migrated database: the same for the same seed, its dates moving with today.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>

#include "platform/context.hpp"

namespace waymark::harrowdale {

struct Options {
    int pupils = 420;
    int years = 1;
    std::uint64_t seed = 1;
    bool school_year = false;        // for benchmarks: groups of 25 with every mark of this school year, instead of stories
    Date today;
    std::span<const Reaction> reactions;                     // app's own list: what one area's events ask of another
    std::function<void(std::string_view)> progress = [](std::string_view) {};
};

/// Writes everything in one transaction. Throws std::runtime_error with what is wrong when the rules refuse a story, and leaves
/// nothing half done; refuses a database that holds an authority already.
void build(Database& database, const Options& options);

}  // namespace waymark::harrowdale
