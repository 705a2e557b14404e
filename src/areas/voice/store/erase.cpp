// Removes this area's rows about one child.
#include "voice/store/erase.hpp"

#include "voice/store/erase.sql.hpp"

namespace waymark::voice {

void erase_pupil(Transaction& tx, Id pupil)
{
    tx.run(sql::erase_voice, {{"pupil", pupil}});
}

}  // namespace waymark::voice
