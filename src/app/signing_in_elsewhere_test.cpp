// Signing in with an account elsewhere, as a browser does it, at a provider that is honest or not.
#include <doctest/doctest.h>

#include <thread>

#include "app/made_up_browser_test.hpp"
#include "people/actions/sign_in_elsewhere.hpp"
#include "people/store/identities.hpp"
#include "people/store/organisations.hpp"
#include "people/store/sign_ins.hpp"
#include "platform/audit/trail.hpp"
#include "support/made_up_provider.hpp"

using namespace waymark;
using namespace waymark::testing;
using namespace std::chrono_literals;

namespace {

/// A town with Sam, and a provider that Sam has an account at.
struct Town {
    explicit Town(World& opened, FetchLimits limits = {}) : world{opened}, provider{[this] { return world.context.now; }}
    {
        bring_sam_and_jordan(world);
        configure({provider.as_configured()}, limits);
    }
    ~Town() { access::use_identity_providers(nullptr); }
    Town(const Town&) = delete;
    Town& operator=(const Town&) = delete;

    void configure(std::vector<access::IdentityProvider> providers, FetchLimits limits = {}) const
    {
        access::use_identity_providers(std::make_shared<access::IdentityProviders>(std::move(providers), "http://localhost:8080/", limits));
    }
    void configure(const std::function<void(access::IdentityProvider&)>& change) const
    {
        auto one = provider.as_configured();
        change(one);
        configure(std::vector{one});
    }

    World& world;
    MadeUpProvider provider;
};

/// Goes to the provider and signs in there: the address to come back to.
std::string goes_and_signs_in(Browser& browser, Town& town, const std::string& next = {})
{
    const auto gone = browser.get("/sign-in/with/council" + (next.empty() ? "" : "?next=" + percent_encoded(next)));
    REQUIRE(gone.status == 303);
    return town.provider.signs_in(std::string{gone.header("Location")});
}

Response comes_back(Browser& browser, const std::string& address)
{
    auto back = browser.get(address);
    return back;
}

Response signs_in(Browser& browser, Town& town, const std::string& next = {}) { return comes_back(browser, goes_and_signs_in(browser, town, next)); }

bool is_signed_in(Browser& browser) { return browser.get("/account").status == 200; }
bool says(const Response& page, std::string_view words) { return page.body.find(words) != std::string::npos; }

/// Refused in words on a page that says how to begin again, and nobody is signed in.
void check_refused(Browser& browser, const Response& page, std::string_view words)
{
    CHECK(page.status == 422);
    CHECK_MESSAGE(says(page, words), page.body);
    CHECK(says(page, "href=\"/sign-in\""));
    CHECK_FALSE(is_signed_in(browser));
}

std::size_t identities(World& world)
{
    return world.context.read([](Transaction& tx) { return people::identities_of(tx, sam).size(); });
}

}  // namespace

TEST_CASE("whoever is invited is bound by their address at first, and from then on by the provider’s own name for them")
{
    for_each_engine([](World& world) {
        Town town{world};
        Browser browser{world};
        CHECK(says(browser.get("/sign-in"), "Sign in with Council account"));
        const auto back = signs_in(browser, town, "/pupils/7F3K-2M");
        CHECK(back.status == 303);
        CHECK(back.header("Location") == "/pupils/7F3K-2M");
        CHECK(browser.get("/pupils/7F3K-2M").body == "the child's page");
        CHECK(says(browser.get("/account"), "Council account"));
        const auto events = world.context.read([](Transaction& tx) { return audit::history(tx, sam.value); });
        REQUIRE(events.size() == 2);
        CHECK(events.front().verb == "signed_in");
        CHECK(events.front().after == R"({"identity_provider":"council"})");
        CHECK(events.back().verb == "bound_identity");

        town.provider.email = "sam.married@marshlane.example";  // an address changes; the name does not
        Browser later{world};
        CHECK(signs_in(later, town).status == 303);
        CHECK(says(later.get("/account"), "Sam Okoro"));

        town.provider.email = "sam.okoro@marshlane.example";  // somebody else was given the address
        town.provider.subject = "sub-of-another";
        Browser other{world};
        check_refused(other, signs_in(other, town), "Somebody with your address signs in here with another account");
        CHECK(identities(world) == 1);
    });
}

TEST_CASE("nobody is added, and nobody is bound by an address that the provider does not vouch for")
{
    for_each_engine([](World& world) {
        Town town{world};
        Browser browser{world};
        town.provider.email = "stranger@marshlane.example";
        check_refused(browser, signs_in(browser, town), "knows you as stranger@marshlane.example, and nobody here has an account with that address");
        CHECK_FALSE(world.context.read([](Transaction& tx) { return people::user_by_email(tx, "stranger@marshlane.example"); }).has_value());
        town.provider.email = "sam.okoro@marshlane.example";
        for (const Json& unverified : {Json{{"email_verified", false}}, Json{{"email_verified", nullptr}}, Json{{"email", nullptr}}}) {
            town.provider.more_claims = unverified;
            check_refused(browser, signs_in(browser, town), "does not say for certain which email address is yours");
        }
        CHECK(identities(world) == 0);
        town.configure([](access::IdentityProvider& one) { one.trusts_emails = true; });
        town.provider.more_claims = {{"email_verified", false}};
        check_refused(browser, signs_in(browser, town), "does not say for certain which email address is yours");
        town.provider.more_claims = {{"email_verified", nullptr}};
        CHECK(signs_in(browser, town).status == 303);
    });
}

TEST_CASE("an address that is not in the token is asked for, and taken when it is of the same person")
{
    for_each_engine([](World& world) {
        Town town{world};
        Browser browser{world};
        town.provider.more_claims = {{"email", nullptr}, {"email_verified", nullptr}};
        town.provider.more_document = {{"userinfo_endpoint", town.provider.issuer() + "/userinfo"}};
        const std::string unverified = "does not say for certain which email address is yours";
        for (const Json& said : {Json{{"sub", "sub-of-another"}, {"email", "sam.okoro@marshlane.example"}, {"email_verified", true}}, Json{{"email", "sam.okoro@marshlane.example"}, {"email_verified", true}},
                                 Json{{"sub", "sub-of-sam"}, {"email", "sam.okoro@marshlane.example"}, {"email_verified", false}}, Json{{"sub", "sub-of-sam"}}, Json::array()}) {
            INFO(json_text(said));
            town.provider.userinfo = said;
            check_refused(browser, signs_in(browser, town), unverified);
        }
        town.provider.userinfo = {{"sub", "sub-of-sam"}, {"email", "sam.okoro@marshlane.example"}, {"email_verified", true}, {"nonce", "made up"}, {"amr", {"mfa"}}};
        CHECK(signs_in(browser, town).status == 303);
        town.provider.userinfo = Json::array();  // known by name from now on
        CHECK(signs_in(browser, town).status == 303);
    });
}

TEST_CASE("a token that could be anybody’s signs nobody in")
{
    for_each_engine([](World& world) {
        Town town{world};
        Browser browser{world};
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(world.context.now.time_since_epoch()).count();
        for (const Json& claims : {Json{{"iss", "https://evil.example"}}, Json{{"aud", "payroll"}}, Json{{"aud", {"waymark", "payroll"}}}, Json{{"azp", "payroll"}}, Json{{"nonce", "of another sign-in"}},
                                   Json{{"nonce", nullptr}}, Json{{"exp", seconds - 60}}, Json{{"iat", seconds - 3600}}, Json{{"iat", seconds + 3600}}, Json{{"sub", nullptr}}}) {
            INFO(json_text(claims));
            town.provider.more_claims = claims;
            check_refused(browser, signs_in(browser, town), "could not be trusted");
        }
        town.provider.more_claims = Json::object();
        const std::function<std::string(const Json&)> makers[] = {
            [](const Json& claims) { return unsigned_token(claims); },
            [](const Json& claims) { return token_signed_with_secret(claims, "a secret/of ours"); },
            [](const Json& claims) { return other_key().signed_token(claims); },
            [](const Json& claims) { return known_key().signed_token(claims) + "x"; },
            [](const Json&) { return std::string{"no token"}; },
        };
        for (const auto& maker : makers) {
            town.provider.token_maker = maker;
            check_refused(browser, signs_in(browser, town), "could not be trusted");
        }
        CHECK(identities(world) == 0);
    });
}

TEST_CASE("a provider that changes its keys is asked for them once more")
{
    for_each_engine([](World& world) {
        Town town{world};
        Browser browser{world};
        CHECK(signs_in(browser, town).status == 303);
        CHECK(signs_in(browser, town).status == 303);
        CHECK(town.provider.key_questions == 1);
        town.provider.token_maker = [](const Json& claims) { return other_key().signed_token(claims); };
        town.provider.keys["keys"].push_back(other_key().public_half());
        CHECK(signs_in(browser, town).status == 303);
        CHECK(town.provider.key_questions == 2);
    });
}

TEST_CASE("an answer that is too big, too slow, or not from whom it should be ends in words")
{
    for_each_engine([](World& world) {
        Town town{world, {.bytes_most = 20'000, .time_most = 300ms}};
        Browser browser{world};
        town.provider.answer_bytes = 30'000;
        check_refused(browser, signs_in(browser, town), "does not answer as it should");
        town.provider.answer_bytes = 0;
        town.provider.answers_after = 700ms;
        check_refused(browser, signs_in(browser, town), "does not answer as it should");
        town.provider.answers_after = 0ms;
        for (const Json& document : {Json{{"issuer", "https://evil.example"}}, Json{{"token_endpoint", "http://evil.example/token"}}, Json{{"jwks_uri", "file:///etc/passwd"}},
                                     Json{{"authorization_endpoint", "javascript:alert(1)"}}, Json{{"jwks_uri", nullptr}}}) {
            town.provider.more_document = document;
            town.configure([](access::IdentityProvider&) {});
            check_refused(browser, browser.get("/sign-in/with/council"), "does not answer as it should");
        }
        town.configure([](access::IdentityProvider& one) { one.issuer = "http://127.0.0.1:1"; });
        check_refused(browser, browser.get("/sign-in/with/council"), "does not answer as it should");
        CHECK(browser.get("/sign-in/with/nobody").status == 404);
        CHECK(browser.get("/sign-in/with/nobody/answer?state=x&code=y").status == 404);
    });
}

TEST_CASE("an answer counts once, in the browser that went, within its time")
{
    for_each_engine([](World& world) {
        Town town{world};
        Browser browser{world}, other{world};
        const auto address = goes_and_signs_in(browser, town);
        check_refused(other, comes_back(other, address), "begun in another browser");
        const auto cookies = browser.cookies;
        CHECK(comes_back(browser, address).status == 303);
        browser.cookies = cookies;  // as if the answer had never come
        check_refused(browser, comes_back(browser, address), "used already");
        for (const std::string_view made_up : {"/sign-in/with/council/answer", "/sign-in/with/council/answer?state=made-up&code=made-up", "/sign-in/with/council/answer?code=code-1"})
            check_refused(browser, comes_back(browser, std::string{made_up}), "begun in another browser");
        const auto late = goes_and_signs_in(browser, town);
        world.context.now += people::back_within;
        check_refused(browser, comes_back(browser, late), "took too long");
        const auto first = goes_and_signs_in(browser, town), second = goes_and_signs_in(browser, town);
        check_refused(browser, comes_back(browser, first), "begun in another browser");  // the secret is that of the second
        CHECK(comes_back(browser, second).status == 303);
    });
}

TEST_CASE("a code that was used, or was made for another sign-in, is refused by the provider")
{
    for_each_engine([](World& world) {
        Town town{world};
        Browser browser{world}, thief{world};
        const auto of_sam = goes_and_signs_in(browser, town);
        const auto code = of_sam.substr(of_sam.find("code="), of_sam.find('&') - of_sam.find("code="));
        const auto of_thief = goes_and_signs_in(thief, town);  // the thief puts Sam’s code into an answer of their own
        const auto crossed = of_thief.substr(0, of_thief.find("code=")) + code + of_thief.substr(of_thief.find('&'));
        check_refused(thief, comes_back(thief, crossed), "did not confirm that it was you");
        CHECK(comes_back(browser, of_sam).status == 303);
        const auto again = goes_and_signs_in(browser, town);
        const auto replayed = again.substr(0, again.find("code=")) + code + again.substr(again.find('&'));
        Browser third{world};
        const auto secret = browser.cookies.find("waymark_elsewhere");
        third.cookies = browser.cookies.substr(secret, browser.cookies.find("; ", secret) + 2 - secret);
        check_refused(third, comes_back(third, replayed), "did not confirm that it was you");
    });
}

TEST_CASE("an answer of one provider is not taken for another’s")
{
    for_each_engine([](World& world) {
        Town town{world};
        MadeUpProvider evil{[&] { return world.context.now; }};
        auto second = evil.as_configured("evil");
        town.configure({town.provider.as_configured(), second});
        Browser browser{world};
        const auto issuer_of = [](const MadeUpProvider& provider) { return "&iss=" + percent_encoded(provider.issuer()); };
        auto address = goes_and_signs_in(browser, town);
        address.replace(address.find("&iss="), std::string::npos, issuer_of(evil));
        check_refused(browser, comes_back(browser, address), "came from another place");
        address = goes_and_signs_in(browser, town);
        address.resize(address.find("&iss="));
        check_refused(browser, comes_back(browser, address), "does not say where it comes from");
        address = goes_and_signs_in(browser, town);
        address.replace(address.find("/council/"), 9, "/evil/");
        check_refused(browser, comes_back(browser, address), "begun in another browser");
        town.provider.names_itself = false;  // an older provider, which never says it
        town.configure([](access::IdentityProvider&) {});
        CHECK(signs_in(browser, town).status == 303);
    });
}

TEST_CASE("signing in elsewhere leads nowhere but to pages of this service, and begins a sign-in of its own")
{
    for_each_engine([](World& world) {
        Town town{world};
        Browser browser{world};
        for (const std::string next : {"//evil.example", "https://evil.example", "/\\evil.example"}) CHECK(signs_in(browser, town, next).header("Location") == "/");
        const auto before = browser.cookies.substr(browser.cookies.find("waymark_session="));
        CHECK(signs_in(browser, town).status == 303);
        CHECK(browser.cookies.find(before) == std::string::npos);
        Browser planted{world};
        planted.cookies = before;  // the earlier sign-in of that browser is over
        CHECK_FALSE(is_signed_in(planted));
        Browser fixed{world};
        fixed.cookies = "waymark_session=planted-by-somebody; ";
        CHECK(signs_in(fixed, town).status == 303);
        CHECK(fixed.cookies.find("planted") == std::string::npos);
        CHECK(is_signed_in(fixed));
    });
}

TEST_CASE("whoever must show a second proof does so here, unless the provider is trusted to have seen one")
{
    for_each_engine([](World& world) {
        Town town{world};
        const auto done = world.context.in_transaction([&](Transaction& tx) -> Result<void> {
            people::set_authority_setting(tx, "authenticator_roles", "school_lead", world.context.today);
            return {};
        });
        REQUIRE(done.has_value());
        Browser browser{world};
        CHECK(signs_in(browser, town, "/help").header("Location") == "/sign-in/authenticator?next=%2Fhelp");
        CHECK_FALSE(is_signed_in(browser));
        town.provider.more_claims = {{"amr", {"pwd", "mfa"}}};
        CHECK(signs_in(browser, town).header("Location") == "/sign-in/authenticator");
        town.configure([](access::IdentityProvider& one) { one.second_step_methods = {"mfa"}; });
        CHECK(signs_in(browser, town, "/help").header("Location") == "/help");
        CHECK(is_signed_in(browser));
        town.provider.more_claims = {{"amr", {"pwd"}}};
        CHECK(signs_in(browser, town).header("Location") == "/sign-in/authenticator");
        town.configure([](access::IdentityProvider& one) { one.second_step_always = true; });
        CHECK(signs_in(browser, town, "/help").header("Location") == "/help");
    });
}

TEST_CASE("what the provider refuses is told in words, and whoever holds no role today does not come in")
{
    for_each_engine([](World& world) {
        Town town{world};
        Browser browser{world};
        auto address = goes_and_signs_in(browser, town);
        address.replace(address.find("code="), address.find('&') - address.find("code="), "error=access_denied");
        check_refused(browser, comes_back(browser, address), "did not let you through");
        address = goes_and_signs_in(browser, town);
        address.replace(address.find("code="), address.find('&') - address.find("code="), "error=%3Ci%3Ezq");
        const auto page = comes_back(browser, address);
        check_refused(browser, page, "could not sign you in");
        CHECK_FALSE(says(page, "<i>zq"));
        world.database.lease(true)->run_script("update membership set to_day = '2026-11-22' where authority_id = '990' and user_id = '" + sam.text() + "'");
        check_refused(browser, signs_in(browser, town), "You have no role here today");
    });
}

TEST_CASE("an administrator takes an account elsewhere off a person, who is signed out")
{
    for_each_engine([](World& world) {
        Town town{world};
        Browser browser{world};
        CHECK(signs_in(browser, town).status == 303);
        const auto bound = world.context.read([](Transaction& tx) { return people::identities_of(tx, sam); });
        REQUIRE(bound.size() == 1);
        CHECK(code_of(people::take_off_identity(world.context, sam, Id::from_words("another"))) == "people.no_such_identity");
        CHECK(code_of(people::take_off_identity(world.context, {Id::from_words("nobody")}, bound.front().id)) == "people.no_such_account");
        CHECK(people::take_off_identity(world.context, sam, bound.front().id).has_value());
        CHECK_FALSE(is_signed_in(browser));
        CHECK(identities(world) == 0);
        town.provider.subject = "sub-of-a-new-account";
        CHECK(signs_in(browser, town).status == 303);
    });
}
