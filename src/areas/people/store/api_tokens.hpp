// Tokens of other programs.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/context.hpp"
#include "platform/database/database.hpp"

namespace waymark::people {

struct ApiTokenTag;
using ApiTokenId = IdOf<ApiTokenTag>;

/// One that holds now, as the edge needs it on each request.
struct ApiToken {
    ApiTokenId id;
    Who who;                            // the program, in the token's role
    std::vector<std::string> scopes;    // "pupils:read"
    std::optional<Instant> last_used_at;
};
/// None when it is unknown, revoked, past its last day, or of another authority.
[[nodiscard]] std::optional<ApiToken> api_token_by_text(Transaction& tx, std::string_view text);
void note_token_used(Transaction& tx, ApiTokenId token, std::string_view from_address);

/// One as whoever looks after it sees it.
struct KeptToken {
    ApiTokenId id;
    std::string name;
    OrganisationId organisation;
    std::string organisation_name;
    Role role = Role::provider_manager;
    std::vector<std::string> scopes;
    Date last_day;
    OrganisationId kept_at;
    Instant made_at;
    std::string made_by;
    std::optional<Instant> last_used_at, revoked_at;
    std::string last_used_from;

    [[nodiscard]] bool holds(Date today) const { return !revoked_at && last_day >= today; }
};
/// Those that hold first, by their last day; then the others.
[[nodiscard]] std::vector<KeptToken> api_tokens(Transaction& tx);
[[nodiscard]] std::optional<KeptToken> find_api_token(Transaction& tx, ApiTokenId id);

struct NewApiToken {
    std::string name;
    OrganisationId organisation;
    Role role = Role::provider_manager;
    std::vector<std::string> scopes;
    Date last_day;
    OrganisationId kept_at;
};
struct MadeApiToken {
    ApiTokenId id;
    std::string text;   // the only time that it is known
};
[[nodiscard]] MadeApiToken insert_api_token(Transaction& tx, const NewApiToken& token);
/// False when it was revoked before.
[[nodiscard]] bool revoke_api_token(Transaction& tx, ApiTokenId id);

}  // namespace waymark::people
