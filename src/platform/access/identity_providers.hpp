// Where people may sign in with an account that they have already: OpenID Connect, the authorization code flow with PKCE.
//
// Waymark goes to the provider with a state, a nonce and a challenge, gets a code back through the browser, and asks the provider
// itself for the signed token that says who it was. What a token must say is judged in people/rules/id_token.hpp.
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/json.hpp"
#include "foundation/result.hpp"
#include "platform/http/fetch.hpp"

namespace waymark::access {

struct IdentityProvider {
    std::string id;                      // "council": in addresses and in the database, so it never changes
    std::string name;                    // "Council account": what the button says
    std::string issuer;                  // "https://login.microsoftonline.com/TENANT/v2.0", exactly as the provider calls itself
    std::string client_id, client_secret;
    std::vector<std::string> scopes{"openid", "email", "profile"};
    bool names_by_tenant = false;        // Entra: who it is are `tid` and `oid`, for `sub` differs from client to client
    bool trusts_emails = false;          // take its addresses as they are, where it says of none that it is verified
    bool second_step_always = false;     // whoever comes from there has shown a second proof
    std::vector<std::string> second_step_methods;  // … or has when its token names one of these methods (`amr`)
};

/// Reads the file that says where people may sign in, as docs/manual/signing-in-elsewhere.md describes it.
/// Throws std::runtime_error, in words for whoever runs the service, when others may read the file or it is not as it should be.
[[nodiscard]] std::vector<IdentityProvider> identity_providers_from_file(const std::filesystem::path& file);

/// What goes along with the browser. All are random; the verifier stays here.
struct Challenge {
    std::string state, nonce, verifier;
};

/// Providers, with what they say of themselves and their keys, kept for an hour. Used by several threads.
class IdentityProviders {
public:
    /// `public_address` is where people reach this service: the provider sends them back below it.
    IdentityProviders(std::vector<IdentityProvider> providers, std::string public_address, FetchLimits limits = {});

    [[nodiscard]] std::span<const IdentityProvider> all() const { return providers_; }
    [[nodiscard]] const IdentityProvider* find(std::string_view id) const;

    /// Where the browser goes to sign in. Fails `identity_provider.silent` when the provider does not answer as it should.
    [[nodiscard]] Result<std::string> address_to_sign_in(const IdentityProvider& provider, const Challenge& challenge);
    /// Whether its answers always name the issuer (RFC 9207), so that one without is somebody else's.
    [[nodiscard]] Result<bool> names_issuer_in_answers(const IdentityProvider& provider);
    /// The claims of the token that the provider gives for this code, its signature checked; with the person's address, which some
    /// providers give only when they are asked for it afterwards. Fails `identity_provider.silent`,
    /// `identity_provider.code_refused`, and as `claims_signed_by` does.
    [[nodiscard]] Result<Json> claims_for_code(const IdentityProvider& provider, std::string_view code, std::string_view verifier);

private:
    struct Known {
        Json document, keys;
        std::chrono::steady_clock::time_point since;
    };
    enum class Keys { as_known, afresh };

    [[nodiscard]] Result<Known> known(const IdentityProvider& provider, Keys keys = Keys::as_known);
    [[nodiscard]] Result<Known> ask_who_it_is(const IdentityProvider& provider) const;
    struct Tokens {
        std::string id, access;
    };
    [[nodiscard]] Result<Tokens> tokens_for_code(const IdentityProvider& provider, const Json& document, std::string_view code, std::string_view verifier) const;
    void add_address(const IdentityProvider& provider, const Json& document, const Tokens& tokens, Json& claims) const;
    [[nodiscard]] std::string address_to_come_back_to(const IdentityProvider& provider) const;
    [[nodiscard]] Result<Json> fetch_json(const IdentityProvider& provider, const Fetch& asked) const;

    std::vector<IdentityProvider> providers_;
    std::string public_address_;
    FetchLimits limits_;
    std::mutex mutex_;
    std::map<std::string, Known, std::less<>> known_;
};

/// Those of this program, said once before it serves; none: people sign in with a password only.
void use_identity_providers(std::shared_ptr<IdentityProviders> providers);
[[nodiscard]] std::shared_ptr<IdentityProviders> identity_providers();

}  // namespace waymark::access
