// Backups that one can trust: taken while people work, sealed, proven by restoring them, and never taken for one when they are half.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/backup/contents.hpp"
#include "platform/backup/failure.hpp"
#include "platform/backup/key.hpp"

namespace waymark::backup {

/// What is being done, in words, and the share of it that is done, 0 to 1; below 0 where nobody knows. What it throws ends the work and
/// leaves nothing behind.
using Progress = std::function<void(std::string_view, double)>;

/// Where a copy is unpacked to be proven. The copy is not sealed while it is looked at, so this is a place as safe as the database's own.
struct Scratch {
    std::filesystem::path folder;      // for SQLite; empty: beside the database, or beside the backup
    std::string server;                // for PostgreSQL: any database of a server where a database may be made; empty: the database's own server
};

struct Taken {
    std::filesystem::path file;
    std::uintmax_t bytes = 0;
    About about;
    Proof proof;
};

/// Takes a backup of everything that is saved now, while others save, proves it, and only then gives it its name:
/// FOLDER/waymark_NAME_20261128T020000Z.backup.
/// Throws Failure, DatabaseFailure: then there is no file.
[[nodiscard]] Taken take(const std::string& database_address, const std::filesystem::path& folder, const Key& key, const Scratch& scratch, Instant now, const Progress& progress);

struct Verified {
    About about;
    Proof proof;
};
/// Opens it, unpacks it into the scratch place, and proves that it holds what its database held: SQLite's own check of the file, foreign
/// keys, the rows of every table, the chain of every authority. Leaves nothing behind.
/// Throws Failure: wrong_key, no_backup, cut, changed, newer, no_good, no_room, cannot.
[[nodiscard]] Verified verify(const std::filesystem::path& file, const Key& key, const Scratch& scratch, const Progress& progress);

/// Makes a database from it at that address: an SQLite file that must not be there, or a PostgreSQL database with nothing in it. Proven
/// before it is given its name (SQLite), or before it answers (PostgreSQL). The schema is then that of this program.
/// Throws Failure, as verify does, and in_the_way. Then nothing is there that was not there before.
[[nodiscard]] Verified restore(const std::filesystem::path& file, const Key& key, const std::string& database_address, const Progress& progress);

/// What its head says, without the key.
[[nodiscard]] About about(const std::filesystem::path& file);

struct Kept {
    std::filesystem::path file;
    About about;
    std::uintmax_t bytes = 0;
};
/// The backups of that database in the folder, newest first. Files that are no backups are not looked at twice.
[[nodiscard]] std::vector<Kept> kept_in(const std::filesystem::path& folder, std::string_view database);
/// Removes all but the newest so many of that database. Answers how many went.
/// keep   one at least
int remove_old(const std::filesystem::path& folder, std::string_view database, int keep);

/// The name that a backup's head has for the database at that address.
[[nodiscard]] std::string label_of(const std::string& database_address);

}  // namespace waymark::backup
