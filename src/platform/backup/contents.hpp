// What a database held at the moment of a backup, and whether a copy of it holds the same.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "foundation/uk_time.hpp"
#include "platform/audit/trail.hpp"
#include "platform/database/database.hpp"

namespace waymark::backup {

/// The head of a backup: open to read, so that somebody who looks for a file finds it without the key.
struct About {
    Engine engine = Engine::sqlite;
    Instant at;                     // the moment that it holds
    std::string program;            // the version of the program that made it
    int schema = 0;                 // the number of the newest migration
    std::string database;           // which one, for people: the file's name, or host and name
    std::string key;                // the key's name
};
[[nodiscard]] std::string head_text(const About& about);
/// None when the text is no such head.
[[nodiscard]] std::optional<About> about_from(std::string_view head);

/// Sealed, before the data: what is counted again in every copy.
struct Contents {
    std::map<std::string, std::int64_t> rows;           // by table
    std::map<std::string, audit::Seal> trails;          // by authority, the end of its chain
    [[nodiscard]] std::int64_t rows_in_all() const;
};
[[nodiscard]] std::string text_of(const Contents& contents);
[[nodiscard]] std::optional<Contents> contents_from(std::string_view text);

/// What the database holds in the transaction that is open.
[[nodiscard]] Contents contents_in(Connection& connection);

/// How many events the proven chains have, and how many authorities: for the words of whoever asked.
struct Proof {
    std::int64_t rows = 0, events = 0;
    std::size_t authorities = 0;
};

/// Counts every table of the copy against `expected`, then brings the copy up to this program's schema and verifies the chain of each
/// authority, which must end where it ended when the backup was made.
/// copy   a copy that nobody works in; it is migrated
/// Throws Failure (no_good) with what differs.
Proof prove(Database& copy, const Contents& expected);

}  // namespace waymark::backup
