// Signing in with an account that a person has elsewhere: going there, and coming back.
#pragma once

#include <string>

#include "people/actions/sign_in.hpp"

namespace waymark::people {

struct GoneElsewhere {
    std::string address;  // of the provider, with all it needs to be told
    std::string browser;  // the secret that the browser keeps until it comes back
};
/// Fails not_found when there is no such provider, and `identity_provider.silent`.
[[nodiscard]] Result<GoneElsewhere> go_elsewhere(Context& context, std::string_view identity_provider, std::string_view next);

/// What the browser brings back, and what it kept.
struct CameBack {
    std::string identity_provider;
    std::string state, code, issuer, error;
    std::string browser;
    CameFrom from;
};
struct SignedInElsewhere {
    SignedIn signed_in;
    std::string next;  // where the person wanted to go
};
/// Signs in whoever is bound to that account. On the first time it is bound to the person here who has its address, if the provider
/// vouches for the address; nobody is ever added.
///
/// Fails      `people.sign_in_lost` for a state that is unknown, used, too old, or another browser's;
///            `people.other_issuer` for an answer that another provider gave (mix-up, RFC 9207);
///            `people.sign_in_refused_there`; what `claims_for_code` and `identity_in` fail with;
///            `people.identity_unknown`, `people.identity_unverified`, `people.identity_other` when nobody can be bound;
///            what signing in with a password fails with once the password was right
[[nodiscard]] Result<SignedInElsewhere> sign_in_elsewhere(Context& context, const CameBack& back);

/// Takes that account off a person, who is signed out everywhere: whoever had it may be signed in.
[[nodiscard]] Result<void> take_off_identity(Context& context, UserId user, Id identity);

}  // namespace waymark::people
