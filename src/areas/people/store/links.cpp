// The statements of links.sql, by name.
#include "people/store/links.hpp"

#include "people/store/links.sql.hpp"
#include "platform/access/token.hpp"

namespace waymark::people {

std::string make_link(Transaction& tx, UserId user, LinkKind kind, const LinkLimits& limits)
{
    end_links(tx, user);
    auto token = access::make_token();
    const Instant expires_at = tx.now() + (kind == LinkKind::invitation ? limits.invitation : limits.reset);
    tx.run(sql::insert_link, {{"token_hash", access::token_hash(token)}, {"user", user}, {"kind", kind}, {"expires_at", expires_at}});
    return token;
}

std::optional<OpenLink> open_link(Transaction& tx, std::string_view token)
{
    return tx.maybe_one(sql::open_link, {{"token_hash", access::token_hash(token)}}, [](const Row& row) {
        return OpenLink{.user = row.id<UserId>("user_id"), .kind = row.one_of<LinkKind>("kind"), .expires_at = row.instant("expires_at")};
    });
}

bool use_link(Transaction& tx, std::string_view token) { return tx.run(sql::use_link, {{"token_hash", access::token_hash(token)}}) == 1; }

bool has_link_since(Transaction& tx, UserId user, Instant since) { return tx.number(sql::links_since, {{"user", user}, {"since", since}}) > 0; }

void end_links(Transaction& tx, UserId user) { tx.run(sql::end_links, {{"user", user}}); }

void ask_for_reset(Transaction& tx, UserId user) { tx.run(sql::ask_for_reset, {{"user", user}}); }

void end_reset_request(Transaction& tx, UserId user) { tx.run(sql::end_reset_request, {{"user", user}}); }

}  // namespace waymark::people
