// What the token of an identity provider must say before anybody is believed to be who it says.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "foundation/date.hpp"
#include "foundation/json.hpp"
#include "foundation/result.hpp"

namespace waymark::people {

/// Clocks of two machines differ a little.
inline constexpr std::chrono::seconds clocks_differ_most{60};
/// A token is fetched the moment its code comes, so an older one was made for another sign-in.
inline constexpr std::chrono::minutes token_age_most{10};

struct ExpectedIdToken {
    std::string issuer, client_id, nonce;
    bool names_by_tenant = false;  // who it is are `tid` and `oid` together
};

struct ProvenIdentity {
    std::string subject;                // the provider's own name for the person, which never changes
    std::string email;
    std::optional<bool> email_is_verified;  // none: the token does not say
    std::vector<std::string> methods;   // how the person showed who they are: "pwd", "mfa"
};

/// Who it is, from the claims of a token whose signature was checked. Fails `people.id_token_issuer`, `_audience`, `_expired`, `_issued`,
/// `_nonce` or `_subject`.
/// Source     OpenID Connect Core 1.0, section 3.1.3.7, steps 2 to 5 and 9 to 11; RFC 8176 for the methods
[[nodiscard]] Result<ProvenIdentity> identity_in(const Json& claims, const ExpectedIdToken& expected, Instant now);

}  // namespace waymark::people
