// Each thing that a token must say, left out or said wrongly in turn.
#include <doctest/doctest.h>

#include "people/rules/id_token.hpp"

using namespace waymark;
using namespace waymark::people;

namespace {

const Instant now{std::chrono::seconds{1'795'426'200}};
const ExpectedIdToken ours{.issuer = "https://council.example", .client_id = "waymark", .nonce = "our nonce"};

Json honest()
{
    return {{"iss", "https://council.example"}, {"aud", "waymark"}, {"sub", "248289"}, {"iat", 1'795'426'190}, {"exp", 1'795'426'500}, {"nonce", "our nonce"},
            {"email", "sam@council.example"}, {"email_verified", true}, {"amr", {"pwd", "mfa"}}};
}

std::string code_with(const char* name, const Json& value)
{
    Json claims = honest();
    claims[name] = value;
    return code_of(identity_in(claims, ours, now));
}

std::string code_without(const char* name)
{
    Json claims = honest();
    claims.erase(name);
    return code_of(identity_in(claims, ours, now));
}

}  // namespace

TEST_CASE("a token made for us, just now, says who it is")
{
    const auto found = identity_in(honest(), ours, now);
    REQUIRE(found.has_value());
    CHECK(found->subject == "248289");
    CHECK(found->email == "sam@council.example");
    CHECK(found->email_is_verified == true);
    CHECK(found->methods == std::vector<std::string>{"pwd", "mfa"});
}

TEST_CASE("a token of another issuer, even one that is spelt alike, is not taken")
{
    CHECK(code_with("iss", "https://council.example/") == "people.id_token_issuer");
    CHECK(code_with("iss", "https://evil.example") == "people.id_token_issuer");
    CHECK(code_with("iss", 7) == "people.id_token_issuer");
    CHECK(code_without("iss") == "people.id_token_issuer");
}

TEST_CASE("a token made for another service is not taken, nor one for several that does not say it was made for us")
{
    CHECK(code_with("aud", "payroll") == "people.id_token_audience");
    CHECK(code_without("aud") == "people.id_token_audience");
    CHECK(code_with("aud", {"waymark", "payroll"}) == "people.id_token_audience");
    CHECK(code_with("azp", "payroll") == "people.id_token_audience");
    CHECK(code_with("azp", 7) == "people.id_token_audience");
    CHECK(code_with("azp", "waymark").empty());
    CHECK(code_with("aud", Json::array({"waymark"})).empty());
    Json claims = honest();
    claims["aud"] = {"waymark", "payroll"};
    claims["azp"] = "waymark";
    CHECK(identity_in(claims, ours, now).has_value());
}

TEST_CASE("a token holds until its last second, and a minute more for clocks that differ")
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
    CHECK(code_with("exp", seconds - 59).empty());
    CHECK(code_with("exp", seconds - 60) == "people.id_token_expired");
    CHECK(code_with("exp", "tomorrow") == "people.id_token_expired");
    CHECK(code_with("exp", 1e300) == "people.id_token_expired");
    CHECK(code_with("exp", -1) == "people.id_token_expired");
    CHECK(code_without("exp") == "people.id_token_expired");
}

TEST_CASE("a token was made within ten minutes, and not in times to come")
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
    CHECK(code_with("iat", seconds - 600).empty());
    CHECK(code_with("iat", seconds - 601) == "people.id_token_issued");
    CHECK(code_with("iat", seconds + 60).empty());
    CHECK(code_with("iat", seconds + 61) == "people.id_token_issued");
    CHECK(code_without("iat") == "people.id_token_issued");
    CHECK(code_with("nbf", seconds + 61) == "people.id_token_issued");
}

TEST_CASE("a token made for another sign-in is not taken")
{
    CHECK(code_with("nonce", "another nonce") == "people.id_token_nonce");
    CHECK(code_without("nonce") == "people.id_token_nonce");
    CHECK(code_of(identity_in(honest(), {.issuer = ours.issuer, .client_id = ours.client_id, .nonce = {}}, now)) == "people.id_token_nonce");
}

TEST_CASE("a token must name somebody")
{
    CHECK(code_without("sub") == "people.id_token_subject");
    CHECK(code_with("sub", "") == "people.id_token_subject");
    CHECK(code_with("sub", std::string(256, 'a')) == "people.id_token_subject");
    CHECK(code_with("sub", std::string(255, 'a')).empty());
}

TEST_CASE("where tenants name people, tenant and person together are who it is")
{
    ExpectedIdToken entra = ours;
    entra.names_by_tenant = true;
    Json claims = honest();
    CHECK(code_of(identity_in(claims, entra, now)) == "people.id_token_subject");
    claims["tid"] = "tenant";
    CHECK(code_of(identity_in(claims, entra, now)) == "people.id_token_subject");
    claims["oid"] = "person";
    CHECK(identity_in(claims, entra, now).value().subject == "tenant/person");
}

TEST_CASE("an address is verified only where the token says so and means it")
{
    for (const Json& said : {Json(false), Json("true"), Json(1), Json()}) {
        Json claims = honest();
        claims["email_verified"] = said;
        CHECK(identity_in(claims, ours, now).value().email_is_verified == false);
    }
    Json claims = honest();
    claims.erase("email_verified");
    CHECK_FALSE(identity_in(claims, ours, now).value().email_is_verified.has_value());
}
