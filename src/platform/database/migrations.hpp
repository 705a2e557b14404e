// The migrations of db/migrations, embedded: forward only, each in one transaction.
#pragma once

#include <span>
#include <string_view>

namespace waymark {

struct Migration {
    int number;
    std::string_view name;      // "0001_people"
    std::string_view sqlite;    // the script as each engine runs it
    std::string_view postgres;
};

/// All migrations, in order of their numbers.
[[nodiscard]] std::span<const Migration> migrations();

}  // namespace waymark
