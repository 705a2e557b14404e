// PostgreSQL's own pg_dump and pg_restore, given what they need without a secret on their command lines.
#pragma once

#include <string>

#include "platform/backup/program.hpp"

namespace waymark::backup {

/// "host/database", as people know it; never a password.
[[nodiscard]] std::string label_of_postgres(const std::string& address);

/// The same server, another database.
[[nodiscard]] std::string address_of_database(const std::string& address, const std::string& database);

/// pg_dump of the moment that another connection holds under that name, in the custom format, to its standard output.
/// Everything but the password is an argument; the password is in its environment.
/// Throws Failure (cannot) when the address cannot be read or holds the passphrase of a key, which neither program takes in that way.
[[nodiscard]] ProgramLine dump_of(const std::string& address, const std::string& moment);

/// pg_restore from its standard input, in one transaction: all of it, or nothing.
[[nodiscard]] ProgramLine restore_into(const std::string& address);

}  // namespace waymark::backup
