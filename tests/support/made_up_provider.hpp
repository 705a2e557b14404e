// For tests: an identity provider on this machine, as honest or as hostile as a test wants it.
#pragma once

#include <doctest/doctest.h>

#include <atomic>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <thread>

#include <cjose/cjose.h>
#include <fmt/format.h>
#include <openssl/hmac.h>
#include <openssl/sha.h>
#include <sodium.h>

#include "foundation/json.hpp"
#include "platform/access/identity_providers.hpp"
#include "platform/access/token.hpp"
#include "platform/http/server.hpp"
#include "platform/http/url.hpp"

namespace waymark::testing {

inline std::string base64_of(std::string_view bytes, int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING)
{
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), variant);
    text.pop_back();
    return text;
}

/// A key pair that signs tokens.
class SigningKey {
public:
    enum class Kind { rsa, short_rsa, elliptic };
    explicit SigningKey(std::string name, Kind kind = Kind::rsa) : name_{std::move(name)}, algorithm_{kind == Kind::elliptic ? "ES256" : "RS256"}
    {
        static const std::uint8_t exponent[] = {1, 0, 1};
        cjose_err wrong{};
        key_ = kind == Kind::elliptic ? cjose_jwk_create_EC_random(CJOSE_JWK_EC_P_256, &wrong)
                                      : cjose_jwk_create_RSA_random(kind == Kind::rsa ? 2048 : 1024, exponent, sizeof exponent, &wrong);
        REQUIRE(key_ != nullptr);
    }
    ~SigningKey() { cjose_jwk_release(key_); }
    SigningKey(const SigningKey&) = delete;
    SigningKey& operator=(const SigningKey&) = delete;

    [[nodiscard]] Json public_half() const
    {
        cjose_err wrong{};
        char* text = cjose_jwk_to_json(key_, false, &wrong);
        REQUIRE(text != nullptr);
        Json half = read_json(text);
        cjose_get_dealloc()(text);
        half["kid"] = name_;
        return half;
    }
    [[nodiscard]] std::string signed_token(const Json& claims) const
    {
        cjose_err wrong{};
        cjose_header_t* header = cjose_header_new(&wrong);
        REQUIRE(cjose_header_set(header, CJOSE_HDR_ALG, algorithm_.c_str(), &wrong));
        if (!name_.empty()) REQUIRE(cjose_header_set(header, CJOSE_HDR_KID, name_.c_str(), &wrong));
        const auto text = json_text(claims);
        cjose_jws_t* jws = cjose_jws_sign(key_, header, reinterpret_cast<const std::uint8_t*>(text.data()), text.size(), &wrong);
        REQUIRE(jws != nullptr);
        const char* compact = nullptr;
        REQUIRE(cjose_jws_export(jws, &compact, &wrong));
        std::string token = compact;
        cjose_jws_release(jws);
        cjose_header_release(header);
        return token;
    }

private:
    std::string name_, algorithm_;
    cjose_jwk_t* key_ = nullptr;
};

inline const SigningKey& known_key()
{
    static const SigningKey key{"known"};
    return key;
}
inline const SigningKey& other_key()
{
    static const SigningKey key{"other"};
    return key;
}

/// A token that is signed with nothing, or with a secret that both sides know.
inline std::string unsigned_token(const Json& claims) { return base64_of(R"({"alg":"none"})") + "." + base64_of(json_text(claims)) + "."; }
inline std::string token_signed_with_secret(const Json& claims, std::string_view secret)
{
    const auto said = base64_of(R"({"alg":"HS256","kid":"known"})") + "." + base64_of(json_text(claims));
    std::array<unsigned char, 32> mark{};
    unsigned length = mark.size();
    HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()), reinterpret_cast<const unsigned char*>(said.data()), said.size(), mark.data(), &length);
    return said + "." + base64_of({reinterpret_cast<const char*>(mark.data()), length});
}

class MadeUpProvider {
public:
    explicit MadeUpProvider(std::function<Instant()> clock) : clock_{std::move(clock)}, server_{{.workers = 2}, [this](const Request& request) { return answer(request); }}
    {
        thread_ = std::thread{[this] { server_.run(); }};
        token_maker = [](const Json& claims) { return known_key().signed_token(claims); };
    }
    ~MadeUpProvider()
    {
        server_.stop();
        thread_.join();
    }
    MadeUpProvider(const MadeUpProvider&) = delete;
    MadeUpProvider& operator=(const MadeUpProvider&) = delete;

    [[nodiscard]] std::string issuer() const { return fmt::format("http://127.0.0.1:{}", port_); }
    [[nodiscard]] access::IdentityProvider as_configured(std::string id = "council") const
    {
        return {.id = std::move(id), .name = "Council account", .issuer = issuer(), .client_id = "waymark", .client_secret = "a secret/of ours"};
    }
    /// The person signs in there: the address that they come back to.
    [[nodiscard]] std::string signs_in(const std::string& address)
    {
        REQUIRE(address.starts_with(issuer() + "/authorise?"));
        Request asked;
        REQUIRE(asked.read_target(address.substr(issuer().size())).has_value());
        CHECK(asked.query("response_type") == "code");
        CHECK(asked.query("client_id") == "waymark");
        CHECK(asked.query("code_challenge_method") == "S256");
        CHECK(asked.query("scope") == "openid email profile");
        const auto code = "code-" + std::to_string(++codes_made_);
        codes_[code] = {std::string{asked.query("nonce")}, std::string{asked.query("code_challenge")}, std::string{asked.query("redirect_uri")}};
        const std::string back{asked.query("redirect_uri")};
        return fmt::format("{}?code={}&state={}{}", back.substr(back.find("/sign-in")), code, asked.query("state"), names_itself ? "&iss=" + percent_encoded(issuer()) : "");
    }

    // What it says, to be changed by a test.
    std::string subject = "sub-of-sam", email = "Sam.Okoro@marshlane.example";
    Json more_claims = Json::object();                       // put over the honest ones; null takes one out
    std::function<std::string(const Json&)> token_maker;
    Json keys = Json{{"keys", Json::array({known_key().public_half()})}};
    Json more_document = Json::object();
    Json userinfo = Json::object();                          // at /userinfo, which the document names only where a test says so
    bool names_itself = true;
    std::size_t answer_bytes = 0;                            // a token answer of that size
    std::chrono::milliseconds answers_after{0};
    std::atomic<int> key_questions{0};

private:
    struct Code {
        std::string nonce, challenge, back;
    };
    static void put_over(Json& honest, const Json& other)
    {
        for (const auto& [name, value] : other.items()) {
            if (value.is_null()) honest.erase(name);
            else honest[name] = value;
        }
    }
    [[nodiscard]] Response answer(const Request& received)
    {
        Request request = received;
        if (!request.read_target(received.target)) return json(400, "{}");
        if (request.url_path == "/.well-known/openid-configuration") return json(200, json_text(document()));
        if (request.url_path == "/keys") return ++key_questions, json(200, json_text(keys));
        if (request.url_path == "/userinfo" && request.header("authorization") == "Bearer to-ask-who") return json(200, json_text(userinfo));
        if (request.url_path == "/token" && request.method == Method::post) return token_answer(request);
        return json(404, "{}");
    }
    [[nodiscard]] Json document() const
    {
        Json said{{"issuer", issuer()}, {"authorization_endpoint", issuer() + "/authorise"}, {"token_endpoint", issuer() + "/token"}, {"jwks_uri", issuer() + "/keys"},
                  {"authorization_response_iss_parameter_supported", names_itself}};
        put_over(said, more_document);
        return said;
    }
    [[nodiscard]] Response token_answer(const Request& request)
    {
        std::this_thread::sleep_for(answers_after);
        if (answer_bytes > 0) return json(200, "{\"id_token\":\"" + std::string(answer_bytes, 'a') + "\"}");
        const Form form = request.form();
        const auto found = codes_.find(std::string{form.value("code")});
        const bool is_us = request.header("authorization") == "Basic " + base64_of("waymark:a%20secret%2Fof%20ours", sodium_base64_VARIANT_ORIGINAL);
        if (!is_us) return json(401, R"({"error":"invalid_client"})");
        if (found == codes_.end() || sha256_of(form.value("code_verifier")) != found->second.challenge || form.value("redirect_uri") != found->second.back)
            return json(400, R"({"error":"invalid_grant"})");
        const auto now = std::chrono::duration_cast<std::chrono::seconds>(clock_().time_since_epoch()).count();
        Json claims{{"iss", issuer()}, {"aud", "waymark"}, {"sub", subject}, {"iat", now}, {"exp", now + 300}, {"nonce", found->second.nonce}, {"email", email}, {"email_verified", true}};
        codes_.erase(found);
        put_over(claims, more_claims);
        return json(200, json_text(Json{{"access_token", "to-ask-who"}, {"token_type", "Bearer"}, {"id_token", token_maker(claims)}}));
    }
    [[nodiscard]] static std::string sha256_of(std::string_view text)
    {
        std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
        SHA256(reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest.data());
        return base64_of({reinterpret_cast<const char*>(digest.data()), digest.size()});
    }

    std::function<Instant()> clock_;
    std::map<std::string, Code> codes_;
    int codes_made_ = 0;
    Server server_;
    std::uint16_t port_ = server_.port();  // asked for now: a server that stops has none any more
    std::thread thread_;
};

}  // namespace waymark::testing
