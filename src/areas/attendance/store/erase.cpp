// Removes this area's rows about one child.
#include "attendance/store/erase.hpp"

#include "attendance/store/erase.sql.hpp"
#include "attendance/store/totals.hpp"

namespace waymark::attendance {

void erase_pupil(Transaction& tx, Id pupil)
{
    tx.run(sql::erase_absence_contact, {{"pupil", pupil}});
    move_child(tx, {pupil}, -1);  // out of the totals, while the marks still say what went in
    tx.run(sql::erase_attendance_mark, {{"pupil", pupil}});
    tx.run(sql::erase_attendance_month, {{"pupil", pupil}});
}

}  // namespace waymark::attendance
