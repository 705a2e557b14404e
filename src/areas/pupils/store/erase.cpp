// Removes this area's rows about one child.
#include "pupils/store/erase.hpp"

#include "pupils/store/erase.sql.hpp"

namespace waymark::pupils {

void erase_pupil(Transaction& tx, Id pupil)
{
    tx.run(sql::erase_note_readers, {{"pupil", pupil}});
    tx.run(sql::erase_notes, {{"pupil", pupil}});
    tx.run(sql::erase_contact_restrictions, {{"pupil", pupil}});
    tx.run(sql::erase_emergency_access, {{"pupil", pupil}});
    tx.run(sql::erase_circumstance, {{"pupil", pupil}});
    tx.run(sql::erase_contact, {{"pupil", pupil}});
    tx.run(sql::erase_enrolment, {{"pupil", pupil}});
    tx.run(sql::erase_exclusion, {{"pupil", pupil}});
    tx.run(sql::erase_sen_record, {{"pupil", pupil}});
    tx.run(sql::erase_pupil_access, {{"pupil", pupil}});
    if (tx.engine() == Engine::sqlite) {  // PostgreSQL's index follows by itself
        tx.run(sql::erase_words, {{"pupil", pupil}});
        tx.run(sql::merge_words);
    }
    tx.run(sql::erase_pupil, {{"pupil", pupil}});
}

}  // namespace waymark::pupils
