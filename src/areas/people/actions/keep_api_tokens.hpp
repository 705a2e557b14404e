// What whoever looks after accounts does with tokens of other programs: makes one, revokes one, says how long they may last.
#pragma once

#include "people/rules/api_scopes.hpp"
#include "people/store/api_tokens.hpp"

namespace waymark::people {

struct MakeApiToken {
    std::string name;
    OrganisationId organisation;
    Role role = Role::provider_manager;
    std::vector<std::string> scopes;
    Date last_day;
};
/// Fails what `problems_with_token` finds, and not_found when there is no such organisation.
[[nodiscard]] Result<MadeApiToken> make_api_token(Context& context, const MakeApiToken& command);

/// From now on it opens nothing. Revoking one that is revoked already changes nothing. Fails not_found.
[[nodiscard]] Result<void> end_api_token(Context& context, ApiTokenId token);

/// How many days a token may last at most, in this authority.
[[nodiscard]] int api_token_days(Transaction& tx);
/// Holds for tokens made from today on. Fails `people.token_days`.
[[nodiscard]] Result<void> choose_api_token_days(Context& context, int days);

}  // namespace waymark::people
