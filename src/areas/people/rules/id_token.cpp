// The steps of the specification, in its order.
#include "people/rules/id_token.hpp"

#include <algorithm>
#include <optional>

namespace waymark::people {
namespace {

std::unexpected<Problems> untrusted(std::string code)
{
    return refused(std::move(code), "The answer of your other account could not be trusted, so you are not signed in. Try again. If it happens again, tell the "
                                    "people who run this service.");
}

std::string text_of(const Json& claims, const char* name)
{
    const auto found = claims.find(name);
    return found != claims.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

std::vector<std::string> texts_of(const Json& claims, const char* name)
{
    const auto found = claims.find(name);
    std::vector<std::string> texts;
    if (found == claims.end()) return texts;
    if (found->is_string()) texts.push_back(found->get<std::string>());
    if (found->is_array())
        for (const auto& one : *found)
            if (one.is_string()) texts.push_back(one.get<std::string>());
    return texts;
}

/// Seconds since 1970. None when it is no such number, or one beyond any calendar.
std::optional<Instant> instant_of(const Json& claims, const char* name)
{
    const auto found = claims.find(name);
    if (found == claims.end() || !found->is_number()) return std::nullopt;
    const double seconds = found->get<double>();
    if (!(seconds > 0 && seconds < 1e11)) return std::nullopt;
    return Instant{std::chrono::milliseconds{static_cast<long long>(seconds * 1000)}};
}

bool is_for(const Json& claims, const std::string& client_id)
{
    const auto audience = texts_of(claims, "aud");
    if (std::ranges::find(audience, client_id) == audience.end()) return false;
    const auto party = text_of(claims, "azp");
    // 4, 5: for several, it must be said that the token was made for us; and if it is said, it must be us.
    return claims.contains("azp") ? party == client_id : audience.size() == 1;
}

/// "tenant/person" for Entra, where `sub` differs from client to client.
std::string subject_of(const Json& claims, bool names_by_tenant)
{
    if (!names_by_tenant) return text_of(claims, "sub");
    const auto tenant = text_of(claims, "tid"), person = text_of(claims, "oid");
    return tenant.empty() || person.empty() ? std::string{} : tenant + "/" + person;
}

/// Whatever is said but a plain true counts as no.
std::optional<bool> truth_of(const Json& claims, const char* name)
{
    const auto found = claims.find(name);
    if (found == claims.end()) return std::nullopt;
    return found->is_boolean() && found->get<bool>();
}

}  // namespace

Result<ProvenIdentity> identity_in(const Json& claims, const ExpectedIdToken& expected, Instant now)
{
    // 2. The issuer is the one that was asked, letter for letter.
    if (text_of(claims, "iss") != expected.issuer) return untrusted("people.id_token_issuer");
    // 3 to 5. It was made for us.
    if (!is_for(claims, expected.client_id)) return untrusted("people.id_token_audience");
    // 9. It still holds.
    const auto expires = instant_of(claims, "exp");
    if (!expires || now >= *expires + clocks_differ_most) return untrusted("people.id_token_expired");
    // 10. It was made just now.
    const auto issued = instant_of(claims, "iat");
    if (!issued || *issued > now + clocks_differ_most || *issued < now - token_age_most) return untrusted("people.id_token_issued");
    const auto not_before = instant_of(claims, "nbf");
    if (not_before && *not_before > now + clocks_differ_most) return untrusted("people.id_token_issued");
    // 11. It was made for this sign-in.
    if (expected.nonce.empty() || text_of(claims, "nonce") != expected.nonce) return untrusted("people.id_token_nonce");
    // Core section 2: at most 255 letters.
    auto subject = subject_of(claims, expected.names_by_tenant);
    if (subject.empty() || subject.size() > 255) return untrusted("people.id_token_subject");
    return ProvenIdentity{.subject = std::move(subject), .email = text_of(claims, "email"), .email_is_verified = truth_of(claims, "email_verified"), .methods = texts_of(claims, "amr")};
}

}  // namespace waymark::people
