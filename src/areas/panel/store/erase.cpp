// Removes this area's rows about one child.
#include "panel/store/erase.hpp"

#include "panel/store/erase.sql.hpp"

namespace waymark::panel {

void erase_pupil(Transaction& tx, Id pupil)
{
    tx.run(sql::erase_decision_letter, {{"pupil", pupil}});
    tx.run(sql::erase_decision, {{"pupil", pupil}});
    tx.run(sql::erase_conflict_of_interest, {{"pupil", pupil}});
    tx.run(sql::erase_agenda_item, {{"pupil", pupil}});
}

}  // namespace waymark::panel
