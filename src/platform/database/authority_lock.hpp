// The second lock, on PostgreSQL: rows of an authority open only to the database role of that authority, whatever a query says.
#pragma once

#include <string>
#include <string_view>

#include "platform/database/database.hpp"

namespace waymark {

/// "waymark_990": the role that a server of authority 990 connects as.
[[nodiscard]] std::string role_of_authority(std::string_view authority);

/// Puts row-level security on every table that holds rows of an authority and has none yet. The owner of the tables passes it: who
/// migrates and who serves are two roles. Part of each migration; does nothing on SQLite, where one file is one area's.
void lock_rows_by_authority(Connection& connection, Engine engine);

/// Makes the authority's role, or gives the one that is there a new password, with the rights a server needs and no more: it reads and
/// writes rows, changes no table, and adds to the trail without changing it.
/// password   what the role signs in with; not empty
/// Fails      `database.no_roles` on SQLite; `database.wrong_code` where the code is not three digits. Throws DatabaseFailure where
///            whoever is connected may not make roles.
[[nodiscard]] Result<void> make_authority_role(Database& database, std::string_view authority, std::string_view password);

}  // namespace waymark
