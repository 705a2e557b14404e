// Removes this area's rows about one child.
#include "placements/store/erase.hpp"

#include "placements/store/erase.sql.hpp"

namespace waymark::placements {

void erase_pupil(Transaction& tx, Id pupil)
{
    tx.run(sql::erase_expected_session, {{"pupil", pupil}});
    tx.run(sql::erase_confirmation, {{"pupil", pupil}});
    tx.run(sql::erase_placement_extension, {{"pupil", pupil}});
    tx.run(sql::erase_timetable_slot, {{"pupil", pupil}});
    tx.run(sql::erase_placement, {{"pupil", pupil}});
    tx.run(sql::erase_offer_session, {{"pupil", pupil}});
    tx.run(sql::erase_place_offer, {{"pupil", pupil}});
    tx.run(sql::erase_shortlist_set_aside, {{"pupil", pupil}});
}

}  // namespace waymark::placements
