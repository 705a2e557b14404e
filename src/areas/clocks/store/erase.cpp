// Removes this area's rows about one child.
#include "clocks/store/erase.hpp"

#include "clocks/store/erase.sql.hpp"

namespace waymark::clocks {

void erase_pupil(Transaction& tx, Id pupil)
{
    tx.run(sql::erase_dated_fact, {{"pupil", pupil}});
    tx.run(sql::erase_lawful_reason, {{"pupil", pupil}});
}

}  // namespace waymark::clocks
