// Removing what nobody needs any more of signing in.
#pragma once

#include <cstdint>

#include "people/rules/forgetting.hpp"
#include "platform/database/database.hpp"

namespace waymark::people {

/// Removes rows that are older than their time and answers how many. Tries with wrong codes that lock an account still are kept: time alone
/// unlocks nobody. Doing it twice changes nothing more.
std::int64_t forget_what_is_over(Transaction& tx, const KeptFor& kept_for = {});

}  // namespace waymark::people
