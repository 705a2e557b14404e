// Removes this area's rows about one child.
#include "family/store/erase.hpp"

#include "family/store/erase.sql.hpp"
#include "platform/outbox/outbox.hpp"

namespace waymark::family {

void erase_pupil(Transaction& tx, Id pupil)
{
    for (const Id message : tx.all(sql::messages_of_links, {{"pupil", pupil}}, [](const Row& row) { return row.id<Id>("message_id"); })) outbox::erase(tx, message);
    tx.run(sql::erase_family_links, {{"pupil", pupil}});
}

}  // namespace waymark::family
