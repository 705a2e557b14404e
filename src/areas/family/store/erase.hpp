// Erasing a child's record: the part of it that this area keeps.
#pragma once

#include "foundation/id.hpp"
#include "platform/database/database.hpp"

namespace waymark::family {

/// Removes the links of the family for good, with what is left of their messages. Only `sharing::erase_record` calls it, for all areas
/// in turn.
/// Rule    R54
void erase_pupil(Transaction& tx, Id pupil);

}  // namespace waymark::family
