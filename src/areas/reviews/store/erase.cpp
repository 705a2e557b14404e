// Removes this area's rows about one child.
#include "reviews/store/erase.hpp"

#include "reviews/store/erase.sql.hpp"

namespace waymark::reviews {

void erase_pupil(Transaction& tx, Id pupil)
{
    tx.run(sql::erase_review, {{"pupil", pupil}});
    tx.run(sql::erase_goal_reading, {{"pupil", pupil}});
    tx.run(sql::erase_goal, {{"pupil", pupil}});
}

}  // namespace waymark::reviews
