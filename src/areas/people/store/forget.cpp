// One statement a kind of row.
#include "people/store/forget.hpp"

#include "people/store/forget.sql.hpp"
#include "platform/outbox/outbox.hpp"

namespace waymark::people {

std::int64_t forget_what_is_over(Transaction& tx, const KeptFor& kept_for)
{
    const auto run = [&](const Statement& statement, std::chrono::days age) { return tx.run(statement, {{"before", tx.now() - age}}); };
    return run(sql::forget_attempts, kept_for.sign_ins) + run(sql::forget_sign_ins, kept_for.sign_ins) + run(sql::forget_links, kept_for.links_and_messages) +
           run(sql::forget_reset_requests, kept_for.links_and_messages) + run(sql::forget_typed_forms, kept_for.typed_forms) + run(sql::forget_unfinished, kept_for.unfinished) +
           run(sql::forget_gone_elsewhere, kept_for.unfinished) + run(sql::forget_set_ups, kept_for.unfinished) + run(sql::forget_sent_forms, kept_for.sent_forms) +
           outbox::forget_messages(tx, tx.now() - kept_for.links_and_messages);
}

}  // namespace waymark::people
