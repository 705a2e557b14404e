// Removes this area's rows about one child.
#include "tasks/store/erase.hpp"

#include "tasks/store/erase.sql.hpp"

namespace waymark::tasks {

void erase_pupil(Transaction& tx, Id pupil)
{
    tx.run(sql::erase_task, {{"pupil", pupil}});
}

}  // namespace waymark::tasks
