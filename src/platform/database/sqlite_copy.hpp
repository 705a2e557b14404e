// A copy of an SQLite file while others write to it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace waymark::sqlite {

/// What the source held at the moment that was copied, counted in the source itself.
struct CopiedMoment {
    std::map<std::string, std::int64_t> rows;  // by table
    struct Head {
        std::string authority;
        std::int64_t sequence = 0;
        std::string hash;
    };
    std::vector<Head> heads;       // of each authority's trail
    int newest_migration = 0;      // 0: this is no database of Waymark
};

/// Copies one moment of the file, in steps of 4 MiB by SQLite's own backup. Writers wait for nothing: one read transaction holds the
/// moment from beginning to end, so the copy is never begun afresh for what others write meanwhile. The log grows until it is done.
/// to         is made, for its owner alone; a file that is there is refused
/// progress   called after each step with the share done, 0 to 1; what it throws ends the copy
/// Throws DatabaseFailure; when there is no room its words begin with "There is no room".
[[nodiscard]] CopiedMoment copy_moment(const std::filesystem::path& from, const std::filesystem::path& to, const std::function<void(double)>& progress);

/// What SQLite says is wrong within the file, its foreign keys included; empty when nothing is.
[[nodiscard]] std::string faults_of(const std::filesystem::path& file);

}  // namespace waymark::sqlite
