// What the verbs that need a database share.
#pragma once

#include <memory>
#include <string>

#include "platform/context.hpp"

namespace CLI {
class App;
}

namespace waymark::app {

/// --database, or WAYMARK_DATABASE: "sqlite:waymark.db" unless said otherwise.
void add_database_option(CLI::App& verb, std::string& address);
/// --authority, or WAYMARK_AUTHORITY: the DfE code; empty means the first in the database.
void add_authority_option(CLI::App& verb, std::string& code);

/// The authority that was asked for, or the first in the database. Throws Stop when there is none.
[[nodiscard]] std::string authority_or_first(Database& database, const std::string& asked);

/// The program itself at work for that authority, today.
[[nodiscard]] Context program_context(Database& database, const std::string& authority);

}  // namespace waymark::app
