// OpenID Connect Core 1.0 section 3.1, Discovery 1.0, RFC 7636 (PKCE), RFC 9207 (whose answer it is).
#include "platform/access/identity_providers.hpp"

#include <algorithm>
#include <atomic>

#include <fmt/format.h>
#include <openssl/sha.h>
#include <sodium.h>

#include "foundation/text.hpp"
#include "platform/access/signed_token.hpp"
#include "platform/http/url.hpp"
#include "platform/log/log.hpp"

namespace waymark::access {
namespace {

constexpr std::chrono::hours known_for{1};
/// Each question holds up a worker for as long as the provider takes. A provider that hangs must not take them all.
constexpr int asking_at_once_most = 4;

std::atomic<int>& asking_now()
{
    static std::atomic<int> count{0};
    return count;
}

struct Asking {
    bool may_ask = ++asking_now() <= asking_at_once_most;
    Asking() = default;
    Asking(const Asking&) = delete;
    Asking& operator=(const Asking&) = delete;
    ~Asking() { --asking_now(); }
};

std::string text_of(const Json& object, const char* name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

bool lists(const Json& object, const char* name, std::string_view word)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_array() && std::ranges::any_of(*found, [&](const Json& one) { return one.is_string() && one.get<std::string>() == word; });
}

/// What the person is told is the same whatever went wrong; whoever runs the service finds it in the log.
std::unexpected<Problems> silent(const IdentityProvider& provider, std::string_view what)
{
    log_warning("openid", fmt::format("{}: {}", provider.id, what));
    return refused("identity_provider.silent", fmt::format("{} does not answer as it should. Try again in a few minutes, or sign in with a password if you have one.", provider.name));
}

/// BASE64URL(SHA256(verifier)): the method S256.
std::string challenge_of(std::string_view verifier)
{
    std::string digest(SHA256_DIGEST_LENGTH, '\0');
    SHA256(reinterpret_cast<const unsigned char*>(verifier.data()), verifier.size(), reinterpret_cast<unsigned char*>(digest.data()));
    constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string text(sodium_base64_encoded_len(digest.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(digest.data()), digest.size(), variant);
    text.pop_back();  // the terminating zero
    return text;
}

std::shared_ptr<IdentityProviders>& in_use()
{
    static std::shared_ptr<IdentityProviders> providers;
    return providers;
}

}  // namespace

IdentityProviders::IdentityProviders(std::vector<IdentityProvider> providers, std::string public_address, FetchLimits limits)
    : providers_{std::move(providers)}, public_address_{std::move(public_address)}, limits_{limits}
{
    while (public_address_.ends_with('/')) public_address_.pop_back();
}

const IdentityProvider* IdentityProviders::find(std::string_view id) const
{
    const auto found = std::ranges::find(providers_, id, &IdentityProvider::id);
    return found == providers_.end() ? nullptr : &*found;
}

Result<std::string> IdentityProviders::address_to_sign_in(const IdentityProvider& provider, const Challenge& challenge)
{
    const auto who = TRY(known(provider));
    const auto page = text_of(who.document, "authorization_endpoint");
    return fmt::format("{}{}response_type=code&client_id={}&redirect_uri={}&scope={}&state={}&nonce={}&code_challenge={}&code_challenge_method=S256", page,
                       page.contains('?') ? '&' : '?', percent_encoded(provider.client_id), percent_encoded(address_to_come_back_to(provider)),
                       percent_encoded(join(provider.scopes, " ")), challenge.state, challenge.nonce, challenge_of(challenge.verifier));
}

Result<bool> IdentityProviders::names_issuer_in_answers(const IdentityProvider& provider)
{
    const auto who = TRY(known(provider));
    const auto found = who.document.find("authorization_response_iss_parameter_supported");
    return found != who.document.end() && found->is_boolean() && found->get<bool>();
}

Result<Json> IdentityProviders::claims_for_code(const IdentityProvider& provider, std::string_view code, std::string_view verifier)
{
    const auto who = TRY(known(provider));
    const auto tokens = TRY(tokens_for_code(provider, who.document, code, verifier));
    auto claims = claims_signed_by(who.keys, tokens.id);
    if (!claims && claims.error().has("signed_token.unknown_key")) {
        const auto again = TRY(known(provider, Keys::afresh));
        claims = claims_signed_by(again.keys, tokens.id);
    }
    if (claims) {
        add_address(provider, who.document, tokens, *claims);
        return claims;
    }
    const std::string why{claims.error().code()};
    log_warning("openid", fmt::format("{}: {}", provider.id, why));
    return refused(why, fmt::format("The answer of {} could not be trusted, so you are not signed in. Try again. If it happens again, tell the people who run this service.", provider.name));
}

/// Two who ask at the same time both ask the provider: better than one who waits for the other while it hangs.
Result<IdentityProviders::Known> IdentityProviders::known(const IdentityProvider& provider, Keys keys)
{
    if (keys == Keys::as_known) {
        const std::lock_guard lock{mutex_};
        const auto found = known_.find(provider.id);
        if (found != known_.end() && std::chrono::steady_clock::now() - found->second.since < known_for) return found->second;
    }
    auto asked = TRY(ask_who_it_is(provider));
    const std::lock_guard lock{mutex_};
    known_.insert_or_assign(provider.id, asked);
    return asked;
}

Result<IdentityProviders::Known> IdentityProviders::ask_who_it_is(const IdentityProvider& provider) const
{
    const auto slash = provider.issuer.ends_with('/') ? "" : "/";
    Known found{.document = TRY(fetch_json(provider, {.address = provider.issuer + slash + ".well-known/openid-configuration", .form = {}, .user = {}, .password = {}})),
                .keys = {}, .since = std::chrono::steady_clock::now()};
    if (text_of(found.document, "issuer") != provider.issuer) return silent(provider, "it calls itself by another name than the one configured");
    for (const char* endpoint : {"authorization_endpoint", "token_endpoint", "jwks_uri"})
        if (!may_fetch(text_of(found.document, endpoint))) return silent(provider, fmt::format("its {} is no https address", endpoint));
    found.keys = TRY(fetch_json(provider, {.address = text_of(found.document, "jwks_uri"), .form = {}, .user = {}, .password = {}}));
    return found;
}

/// Core section 5.3: what it says there is not signed, so it must be about the same person, and only the address is taken. Where
/// there is none to be had, the person may be known already.
void IdentityProviders::add_address(const IdentityProvider& provider, const Json& document, const Tokens& tokens, Json& claims) const
{
    const auto page = text_of(document, "userinfo_endpoint");
    if (claims.contains("email") || tokens.access.empty() || !may_fetch(page)) return;
    const auto said = fetch_json(provider, {.address = page, .form = {}, .user = {}, .password = {}, .bearer = tokens.access});
    if (!said || text_of(*said, "sub").empty() || text_of(*said, "sub") != text_of(claims, "sub")) return;
    for (const char* name : {"email", "email_verified"})
        if (said->contains(name)) claims[name] = said->at(name);
}

Result<IdentityProviders::Tokens> IdentityProviders::tokens_for_code(const IdentityProvider& provider, const Json& document, std::string_view code, std::string_view verifier) const
{
    Fetch asked{.address = text_of(document, "token_endpoint"), .form = {}, .user = {}, .password = {}};
    asked.form = fmt::format("grant_type=authorization_code&code={}&redirect_uri={}&code_verifier={}", percent_encoded(code),
                             percent_encoded(address_to_come_back_to(provider)), verifier);
    // Basic is what every provider must take unless it says otherwise; both halves are encoded first (RFC 6749 section 2.3.1).
    const bool by_form = document.contains("token_endpoint_auth_methods_supported") && !lists(document, "token_endpoint_auth_methods_supported", "client_secret_basic");
    if (by_form) {
        *asked.form += fmt::format("&client_id={}&client_secret={}", percent_encoded(provider.client_id), percent_encoded(provider.client_secret));
    } else {
        asked.user = percent_encoded(provider.client_id);
        asked.password = percent_encoded(provider.client_secret);
    }
    const auto answer = TRY(fetch_json(provider, asked));
    Tokens tokens{.id = text_of(answer, "id_token"), .access = text_of(answer, "access_token")};
    if (!tokens.id.empty()) return tokens;
    if (answer.contains("error")) {
        log_warning("openid", fmt::format("{}: the code was refused", provider.id));
        return refused("identity_provider.code_refused", fmt::format("{} did not confirm that it was you. Sign in again.", provider.name));
    }
    return silent(provider, "its answer holds no id_token");
}

std::string IdentityProviders::address_to_come_back_to(const IdentityProvider& provider) const
{
    return public_address_ + "/sign-in/with/" + provider.id + "/answer";
}

Result<Json> IdentityProviders::fetch_json(const IdentityProvider& provider, const Fetch& asked) const
{
    const Asking asking;
    if (!asking.may_ask) return silent(provider, "too many sign-ins wait for a provider");
    const auto answer = fetch(asked, limits_);
    if (!answer) return silent(provider, answer.error().front().message);
    Json body = read_json(answer->body);
    // A refusal of the token comes as 400 or 401 with JSON; from anywhere else only 200 will do.
    const bool is_refusal = asked.form && (answer->status == 400 || answer->status == 401);
    if ((answer->status != 200 && !is_refusal) || !body.is_object()) return silent(provider, fmt::format("{} from {}", answer->status, asked.address));
    return body;
}

void use_identity_providers(std::shared_ptr<IdentityProviders> providers) { in_use() = std::move(providers); }

std::shared_ptr<IdentityProviders> identity_providers() { return in_use(); }

}  // namespace waymark::access
