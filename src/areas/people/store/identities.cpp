// The statements of identities.sql, by name.
#include "people/store/identities.hpp"

#include "people/store/identities.sql.hpp"
#include "platform/access/token.hpp"

namespace waymark::people {
namespace {

Identity read_identity(const Row& row)
{
    return {.id = row.id<Id>("id"),
            .user = row.id<UserId>("user_id"),
            .identity_provider = row.text("identity_provider"),
            .email = row.text("email"),
            .since = row.instant("created_at"),
            .last_used_at = row.instant("last_used_at")};
}

}  // namespace

std::vector<Identity> identities_of(Transaction& tx, UserId user) { return tx.all(sql::identities_of, {{"user", user}}, read_identity); }

std::optional<Identity> identity_by_subject(Transaction& tx, std::string_view identity_provider, std::string_view subject)
{
    return tx.maybe_one(sql::identity_by_subject, {{"identity_provider", identity_provider}, {"subject", subject}}, read_identity);
}

void insert_identity(Transaction& tx, const NewIdentity& identity)
{
    tx.run(sql::insert_identity, {{"id", Id::make(tx.now())},
                                  {"user", identity.user},
                                  {"identity_provider", identity.identity_provider},
                                  {"subject", identity.subject},
                                  {"email", identity.email}});
}

void note_identity_used(Transaction& tx, Id identity) { tx.run(sql::note_identity_used, {{"id", identity}}); }

bool remove_identity(Transaction& tx, UserId user, Id identity) { return tx.run(sql::remove_identity, {{"id", identity}, {"user", user}}) == 1; }

void note_gone(Transaction& tx, const Gone& gone)
{
    tx.run(sql::forget_gone, {{"before", tx.now() - back_within}});
    tx.run(sql::insert_gone, {{"state_hash", access::token_hash(gone.state)},
                              {"identity_provider", gone.identity_provider},
                              {"browser_hash", access::token_hash(gone.browser)},
                              {"next_page", gone.next}});
}

std::optional<std::string> take_back(Transaction& tx, const Gone& gone)
{
    const Bindings bindings{{"state_hash", access::token_hash(gone.state)},
                            {"identity_provider", gone.identity_provider},
                            {"browser_hash", access::token_hash(gone.browser)},
                            {"created_after", tx.now() - back_within}};
    return tx.maybe_one(sql::take_back, bindings, [](const Row& row) { return row.text("next_page"); });
}

}  // namespace waymark::people
