// Erasing a child's record: the part of it that this area keeps.
#pragma once

#include "foundation/id.hpp"
#include "platform/database/database.hpp"

namespace waymark::tasks {

/// Removes tasks for good. Only `sharing::erase_record` calls it, for all areas in turn.
/// Rule    R54
void erase_pupil(Transaction& tx, Id pupil);

}  // namespace waymark::tasks
