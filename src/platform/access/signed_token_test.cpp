// Which signatures count, by which keys; and where people may be sent to sign in.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <unistd.h>

#include "platform/access/identity_providers.hpp"
#include "platform/access/signed_token.hpp"
#include "platform/http/fetch.hpp"
#include "support/made_up_provider.hpp"

using namespace waymark;
using namespace waymark::testing;
using access::claims_signed_by;

namespace {

const Json claims{{"sub", "somebody"}};

Json set_of(std::initializer_list<Json> keys)
{
    Json list = Json::array();
    for (const Json& key : keys) list.push_back(key);
    return {{"keys", list}};
}

/// A file of its own, readable as said.
struct ProvidersFile {
    explicit ProvidersFile(const std::string& text, std::filesystem::perms who = std::filesystem::perms::owner_read)
        : path{std::filesystem::temp_directory_path() / ("waymark-providers-" + std::to_string(::getpid()) + ".json")}
    {
        std::ofstream{path} << text;
        std::filesystem::permissions(path, who);
    }
    ~ProvidersFile() { std::filesystem::remove(path); }
    std::filesystem::path path;
};

std::string what_is_wrong_with(const std::string& text, std::filesystem::perms who = std::filesystem::perms::owner_read)
{
    const ProvidersFile file{text, who};
    try {
        (void)access::identity_providers_from_file(file.path);
    } catch (const std::runtime_error& wrong) {
        return wrong.what();
    }
    return {};
}

bool says(const std::string& words, std::string_view part) { return words.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a token signed by a known key says what it says, with RSA and with an elliptic curve")
{
    const SigningKey elliptic{"curve", SigningKey::Kind::elliptic};
    const auto keys = set_of({known_key().public_half(), elliptic.public_half()});
    CHECK(claims_signed_by(keys, known_key().signed_token(claims)).value() == claims);
    CHECK(claims_signed_by(keys, elliptic.signed_token(claims)).value() == claims);
}

TEST_CASE("a token signed with nothing, with a shared secret, or by somebody else is not taken")
{
    const auto keys = set_of({known_key().public_half()});
    CHECK(code_of(claims_signed_by(keys, unsigned_token(claims))) == "signed_token.algorithm");
    // The public key as the secret: what a careless check would take.
    CHECK(code_of(claims_signed_by(keys, token_signed_with_secret(claims, json_text(known_key().public_half())))) == "signed_token.algorithm");
    CHECK(code_of(claims_signed_by(keys, other_key().signed_token(claims))) == "signed_token.unknown_key");
    Json impostor = other_key().public_half();
    impostor["kid"] = "known";
    CHECK(code_of(claims_signed_by(set_of({impostor}), known_key().signed_token(claims))) == "signed_token.signature");
    auto changed = known_key().signed_token(claims);
    const auto dot = changed.find('.');
    changed = changed.substr(0, dot + 1) + base64_of(R"({"sub":"somebody else"})") + changed.substr(changed.rfind('.'));
    CHECK(code_of(claims_signed_by(keys, changed)) == "signed_token.signature");
    auto cut = known_key().signed_token(claims);
    cut.resize(cut.rfind('.') + 1);
    CHECK(code_of(claims_signed_by(keys, cut)) == "signed_token.signature");
}

TEST_CASE("a key for other work, of another kind, too short, or one of two alike is not taken")
{
    Json for_sealing = known_key().public_half(), for_other = known_key().public_half();
    for_sealing["use"] = "enc";
    for_other["alg"] = "PS256";
    const SigningKey elliptic{"known", SigningKey::Kind::elliptic}, weak{"known", SigningKey::Kind::short_rsa};
    for (const Json& keys : {set_of({for_sealing}), set_of({for_other}), set_of({elliptic.public_half()}), set_of({known_key().public_half(), known_key().public_half()}), set_of({}),
                             Json::object(), Json{{"keys", "none"}}, set_of({7, "text"})})
        CHECK(code_of(claims_signed_by(keys, known_key().signed_token(claims))) == "signed_token.unknown_key");
    CHECK(code_of(claims_signed_by(set_of({weak.public_half()}), weak.signed_token(claims))) == "signed_token.unknown_key");
}

TEST_CASE("a token that names no key is taken where only one can be meant")
{
    const SigningKey nameless{""};
    Json first = nameless.public_half(), second = known_key().public_half();
    CHECK(claims_signed_by(set_of({first}), nameless.signed_token(claims)).has_value());
    CHECK(code_of(claims_signed_by(set_of({first, second}), nameless.signed_token(claims))) == "signed_token.unknown_key");
}

TEST_CASE("what is no token at all is not read, nor one with an extension that must be understood")
{
    const auto keys = set_of({known_key().public_half()});
    const auto said = base64_of(json_text(claims));
    for (const std::string& token : {std::string{}, std::string{"a"}, std::string{"a.b"}, std::string{"a.b.c"}, std::string{"..."}, "!." + said + ".x", base64_of("[]") + "." + said + ".x",
                                     base64_of(R"({"alg":"RS256","crit":["x"]})") + "." + said + ".x", base64_of("{}") + "." + base64_of("7") + ".x", std::string(40'000, 'a')})
        CHECK(code_of(claims_signed_by(keys, token)) == "signed_token.unreadable");
    CHECK(code_of(claims_signed_by(keys, base64_of(R"({"alg":7})") + "." + said + ".x")) == "signed_token.algorithm");
}

TEST_CASE("other servers are asked over https, or on this machine")
{
    for (const std::string_view fine : {"https://council.example", "https://council.example/a?b=c", "http://127.0.0.1:8080/", "http://localhost", "http://[::1]:1/"}) CHECK(may_fetch(fine));
    for (const std::string_view not_fine : {"http://council.example", "http://localhost.evil.example/", "http://127.0.0.1@evil.example/", "http://127.0.0.1.evil.example", "http://[::1]evil.example", "https:///x",
                                            "https://a\\b", "https://a b", "file:///etc/passwd", "ftp://council.example", "", "https://"})
        CHECK_FALSE_MESSAGE(may_fetch(not_fine), not_fine);
    CHECK(code_of(fetch({.address = "http://council.example/", .form = {}, .user = {}, .password = {}})) == "fetch.address");
}

TEST_CASE("the file of providers is read whole, and says what is wrong with it")
{
    const std::string start = R"([{"id":"council","name":"Council account","issuer":"https://council.example/v2.0","client_id":"waymark","client_secret":"s")";
    const ProvidersFile file{start + R"(,"names_by_tenant":true,"trusts_emails":true,"second_step_methods":["mfa"],"scopes":["openid"]}])"};
    const auto providers = access::identity_providers_from_file(file.path);
    REQUIRE(providers.size() == 1);
    CHECK(providers.front().issuer == "https://council.example/v2.0");
    CHECK(providers.front().names_by_tenant);
    CHECK(providers.front().trusts_emails);
    CHECK_FALSE(providers.front().second_step_always);
    CHECK(providers.front().second_step_methods == std::vector<std::string>{"mfa"});

    CHECK(says(what_is_wrong_with(start + "}]", std::filesystem::perms::owner_read | std::filesystem::perms::group_read), "can be read by others"));
    CHECK(says(what_is_wrong_with("{}"), "list of providers"));
    CHECK(says(what_is_wrong_with("[7]"), "as objects"));
    CHECK(says(what_is_wrong_with(R"([{"id":"council"}])"), "lacks the text “name”"));
    CHECK(says(what_is_wrong_with(start + R"(,"trust_emails":true}])"), "“trust_emails”"));
    CHECK(says(what_is_wrong_with(start + R"(,"trusts_emails":"yes"}])"), "true or false"));
    CHECK(says(what_is_wrong_with(start + R"(,"scopes":["email"]}])"), "“openid”"));
    CHECK(says(what_is_wrong_with(start + "}," + start.substr(1) + "}]"), "twice"));
    CHECK(says(what_is_wrong_with(R"([{"id":"A b","name":"n","issuer":"https://x","client_id":"c","client_secret":"s"}])"), "small letters"));
    CHECK(says(what_is_wrong_with(R"([{"id":"a","name":"n","issuer":"http://x","client_id":"c","client_secret":"s"}])"), "no https address"));
}
