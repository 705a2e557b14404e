// The statements of api_tokens.sql, by name.
#include "people/store/api_tokens.hpp"

#include "foundation/text.hpp"
#include "people/rules/api_scopes.hpp"
#include "people/store/api_tokens.sql.hpp"
#include "platform/access/token.hpp"

namespace waymark::people {
namespace {

std::vector<std::string> scopes_in(std::string_view text)
{
    std::vector<std::string> scopes;
    for (const auto scope : split(text, ' ')) scopes.emplace_back(scope);
    return scopes;
}

KeptToken read_kept(const Row& row)
{
    return {
        .id = row.id<ApiTokenId>("id"),
        .name = row.text("name"),
        .organisation = row.id<OrganisationId>("organisation_id"),
        .organisation_name = row.text("organisation_name"),
        .role = row.one_of<Role>("role"),
        .scopes = scopes_in(row.view("scopes")),
        .last_day = row.date("last_day"),
        .kept_at = row.id<OrganisationId>("kept_at"),
        .made_at = row.instant("created_at"),
        .made_by = row.text_or_empty("made_by"),
        .last_used_at = row.maybe_instant("last_used_at"),
        .revoked_at = row.maybe_instant("revoked_at"),
        .last_used_from = row.text_or_empty("last_used_from"),
    };
}

}  // namespace

std::optional<ApiToken> api_token_by_text(Transaction& tx, std::string_view text)
{
    return tx.maybe_one(sql::api_token_by_hash, {{"token_hash", access::token_hash(text)}}, [](const Row& row) {
        ApiToken found{.id = row.id<ApiTokenId>("id"), .who = {}, .scopes = scopes_in(row.view("scopes")), .last_used_at = row.maybe_instant("last_used_at")};
        found.who.user = row.id<UserId>("user_id");
        found.who.name = row.text("name");
        found.who.role = row.one_of<Role>("role");
        found.who.organisation = row.id<OrganisationId>("organisation_id");
        found.who.organisation_name = row.text("organisation_name");
        return found;
    });
}

void note_token_used(Transaction& tx, ApiTokenId token, std::string_view from_address)
{
    tx.run(sql::note_token_used, {{"id", token}, {"from_address", from_address}});
}

std::vector<KeptToken> api_tokens(Transaction& tx) { return tx.all(sql::api_tokens, {}, read_kept); }

std::optional<KeptToken> find_api_token(Transaction& tx, ApiTokenId id) { return tx.maybe_one(sql::api_token_by_id, {{"id", id}}, read_kept); }

MadeApiToken insert_api_token(Transaction& tx, const NewApiToken& token)
{
    MadeApiToken made{.id = tx.new_id<ApiTokenId>(), .text = std::string{api_token_prefix} + access::make_token()};
    const auto program = tx.new_id<UserId>();
    tx.run(sql::insert_program, {{"id", program}, {"name", token.name}, {"no_email", "program " + program.text()}});
    tx.run(sql::insert_api_token, {{"id", made.id},
                                   {"token_hash", access::token_hash(made.text)},
                                   {"user", program},
                                   {"name", token.name},
                                   {"organisation", token.organisation},
                                   {"role", token.role},
                                   {"scopes", join(token.scopes, " ")},
                                   {"last_day", token.last_day},
                                   {"kept_at", token.kept_at}});
    return made;
}

bool revoke_api_token(Transaction& tx, ApiTokenId id) { return tx.run(sql::revoke_api_token, {{"id", id}}) == 1; }

}  // namespace waymark::people
