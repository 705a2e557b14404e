// The signature is checked by cjose. Which key and which algorithm come first, and are ours to say.
#include "platform/access/signed_token.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <cjose/cjose.h>
#include <sodium.h>

#include "foundation/text.hpp"

namespace waymark::access {
namespace {

constexpr std::size_t token_bytes_most = 32 * 1024;
/// 2048 bits as base64: RFC 7518 section 3.3 wants no shorter RSA keys.
constexpr std::size_t modulus_letters_least = 342;

struct Release {
    void operator()(cjose_jws_t* jws) const { cjose_jws_release(jws); }
    void operator()(cjose_jwk_t* jwk) const { cjose_jwk_release(jwk); }
};
using Jws = std::unique_ptr<cjose_jws_t, Release>;
using Jwk = std::unique_ptr<cjose_jwk_t, Release>;

std::unexpected<Problems> unreadable() { return refused("signed_token.unreadable", "The token cannot be read."); }

std::optional<std::string> base64_decoded(std::string_view text)
{
    std::string bytes(text.size(), '\0');
    std::size_t length = 0;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(), text.size(), nullptr, &length, nullptr,
                          sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0)
        return std::nullopt;
    bytes.resize(length);
    return bytes;
}

std::string text_of(const Json& object, const char* name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

bool is_for_signing(const Json& key, std::string_view algorithm)
{
    if (!key.is_object()) return false;
    const auto use = text_of(key, "use"), chosen = text_of(key, "alg");
    if ((!use.empty() && use != "sig") || (!chosen.empty() && chosen != algorithm)) return false;
    if (algorithm == "RS256") return text_of(key, "kty") == "RSA" && text_of(key, "n").size() >= modulus_letters_least;
    return text_of(key, "kty") == "EC" && text_of(key, "crv") == "P-256";
}

/// The key of that name; for a token that names none, the only one that can be meant.
std::optional<Json> key_of(const Json& key_set, std::string_view algorithm, std::string_view name)
{
    const auto keys = key_set.find("keys");
    if (keys == key_set.end() || !keys->is_array()) return std::nullopt;
    std::vector<Json> found;
    for (const auto& key : *keys)
        if (is_for_signing(key, algorithm) && (name.empty() || text_of(key, "kid") == name)) found.push_back(key);
    return found.size() == 1 ? std::optional{found.front()} : std::nullopt;
}

/// Only what stands for the public half: whatever else a key set holds is not looked at.
std::string public_half(const Json& key)
{
    Json half;
    for (const char* name : {"kty", "n", "e", "crv", "x", "y"})
        if (key.contains(name)) half[name] = text_of(key, name);
    return json_text(half);
}

bool is_signed_by(const Json& key, std::string_view token)
{
    cjose_err wrong{};
    const auto half = public_half(key);
    const Jwk jwk{cjose_jwk_import(half.data(), half.size(), &wrong)};
    const Jws jws{cjose_jws_import(token.data(), token.size(), &wrong)};
    return jwk && jws && cjose_jws_verify(jws.get(), jwk.get(), &wrong);
}

}  // namespace

Result<Json> claims_signed_by(const Json& key_set, std::string_view token)
{
    expects(sodium_init() >= 0);
    const auto parts = split(token, '.');
    if (token.size() > token_bytes_most || parts.size() != 3) return unreadable();
    const auto header_text = base64_decoded(parts[0]), claims_text = base64_decoded(parts[1]);
    if (!header_text || !claims_text) return unreadable();
    const Json header = read_json(*header_text), claims = read_json(*claims_text);
    if (!header.is_object() || !claims.is_object() || header.contains("crit")) return unreadable();  // an extension that must be understood is not
    const auto algorithm = text_of(header, "alg");
    if (algorithm != "RS256" && algorithm != "ES256") return refused("signed_token.algorithm", "The token is signed in a way that is not taken.");
    const auto key = key_of(key_set, algorithm, text_of(header, "kid"));
    if (!key) return refused("signed_token.unknown_key", "The token is signed with a key that is not known.");
    if (!is_signed_by(*key, token)) return refused("signed_token.signature", "The token is not signed by whom it says.");
    return claims;
}

}  // namespace waymark::access
