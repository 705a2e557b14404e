// Work that is done once a day over all servers of an authority.
#pragma once

#include <string_view>

#include "platform/database/database.hpp"

namespace waymark::jobs {

/// True for the first who asks for today, or for a later day than was ever asked for: the work is theirs. It belongs to this transaction: where that fails or is
/// rolled back nobody has done the work, and the next who asks gets it. Others who ask meanwhile wait until that is known.
/// job   its name, the same on every server: "nightly"
[[nodiscard]] bool is_ours_today(Transaction& tx, std::string_view job);

}  // namespace waymark::jobs
