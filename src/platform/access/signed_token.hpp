// Tokens that somebody else has signed (JSON Web Tokens), and the public keys that they are checked with.
#pragma once

#include <string_view>

#include "foundation/json.hpp"
#include "foundation/result.hpp"

namespace waymark::access {

/// What the token says, once its signature is found to be by one of these keys (a JWK set). What that means is for others to judge.
///
/// Fails      `signed_token.unreadable`; `signed_token.algorithm` for anything but RS256 and ES256, "none" and shared secrets above all;
///            `signed_token.unknown_key` when no such key is among them, so that newer ones may be worth asking for;
///            `signed_token.signature`
/// Source     RFC 7515, RFC 7519; RFC 8725 sections 3.1 and 3.2: the algorithms are ours to choose, never the token's
[[nodiscard]] Result<Json> claims_signed_by(const Json& key_set, std::string_view token);

}  // namespace waymark::access
