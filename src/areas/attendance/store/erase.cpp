// Removes this area's rows about one child.
#include "attendance/store/erase.hpp"

#include "attendance/store/erase.sql.hpp"

namespace waymark::attendance {

void erase_pupil(Transaction& tx, Id pupil)
{
    tx.run(sql::erase_absence_contact, {{"pupil", pupil}});
    tx.run(sql::erase_attendance_mark, {{"pupil", pupil}});
    tx.run(sql::erase_attendance_month, {{"pupil", pupil}});
}

}  // namespace waymark::attendance
