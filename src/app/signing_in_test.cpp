// Signing in as a browser does it: second step, links, staying signed in, other windows; and that no secret stays behind.
#include <doctest/doctest.h>

#include <regex>

#include "app/made_up_browser_test.hpp"
#include "people/actions/authenticator.hpp"
#include "people/actions/keep_accounts.hpp"
#include "people/rules/second_step.hpp"
#include "people/store/second_steps.hpp"
#include "people/store/sign_ins.hpp"
#include "platform/access/one_time_code.hpp"
#include "platform/access/sealing.hpp"

using namespace waymark;
using namespace waymark::testing;

namespace {

const UserId zoe{Id::from_words("Zoe Lamb")};

people::User user_of(World& world, UserId id)
{
    return world.context.read([&](Transaction& tx) { return people::user(tx, id); }).value();
}

std::string code_at(const std::string& secret, Instant at)
{
    return access::one_time_code(secret, std::chrono::floor<std::chrono::seconds>(at.time_since_epoch()).count() / 30);
}

/// The secret that the person is being shown.
std::string secret_shown(World& world, UserId id)
{
    const auto sealed = world.context.read([&](Transaction& tx) { return people::set_up_under_way(tx, id); });
    REQUIRE(sealed.has_value());
    return access::unseal(*sealed, id.text()).value();
}

std::string with_authenticator(World& world, UserId id)
{
    REQUIRE(people::set_up_to_show(world.context, user_of(world, id)).has_value());
    const auto secret = secret_shown(world, id);
    REQUIRE(people::confirm_set_up(world.context, user_of(world, id), {code_at(secret, world.context.now), "10.0.0.1"}).has_value());
    return secret;
}

/// Zoe looks after accounts, and has set up no authenticator yet.
void bring_zoe(World& world)
{
    const auto done = world.context.in_transaction([&](Transaction& tx) -> Result<void> {
        people::insert_organisation(tx, {.id = {Id::from_words("council")}, .kind = people::OrganisationKind::authority_team, .name = "Harrowdale Council"});
        people::insert_user(tx, {.id = zoe, .name = "Zoe Lamb", .email = "zoe.lamb@harrowdale.example",
                                 .password_hash = access::password_hash("lamp goat tuesday", access::PasswordCost::made_up), .demonstration = {}});
        people::insert_membership(tx, {.id = {Id::from_words("Zoe’s role")}, .user = zoe, .organisation = {Id::from_words("council")}, .role = Role::administrator,
                                       .period = {date(2024, 9, 1), {}}});
        return {};
    });
    REQUIRE(done.has_value());
}

std::string body_of_code(std::string_view code) { return "one_time_password=" + std::string{code}; }

bool is_signed_in(Browser& browser) { return browser.get("/account").status == 200; }

/// A browser adds a cookie to those it has; this one must forget the old of the same name.
void forget_old_session(Browser& browser)
{
    const auto last = browser.cookies.rfind("waymark_session=");
    std::string kept = std::regex_replace(browser.cookies.substr(0, last), std::regex{"waymark_session=[^;]*; "}, "");
    browser.cookies = kept + browser.cookies.substr(last);
}

std::string link_in(const Response& page)
{
    std::smatch found;
    REQUIRE(std::regex_search(page.body, found, std::regex{R"(/sign-in/link/[A-Za-z0-9_-]+)"}));
    return found[0];
}

}  // namespace

TEST_CASE("after the password comes the code, and only then the page that was wanted")
{
    for_each_engine([](World& world) {
        bring_sam_and_jordan(world);
        const auto secret = with_authenticator(world, sam);
        Browser browser{world};
        browser.get("/sign-in?next=%2Fpupils%2F7F3K-2M");
        const auto first = browser.post_form("/sign-in", "email=sam.okoro%40marshlane.example&password=river-stone-42&next=%2Fpupils%2F7F3K-2M");
        CHECK(first.header("Location") == "/sign-in/code?next=%2Fpupils%2F7F3K-2M");
        CHECK_FALSE(is_signed_in(browser));
        CHECK(browser.get("/pupils/7F3K-2M").status == 303);
        CHECK(browser.get("/sign-in/code?next=%2Fpupils%2F7F3K-2M").status == 200);
        const auto wrong = browser.post_form("/sign-in/code", body_of_code("000000"));
        CHECK(wrong.status == 422);
        CHECK(wrong.body.find("The code is not right.") != std::string::npos);
        CHECK(wrong.body.find("000000") == std::string::npos);
        world.context.now += people::code_lasts;
        const auto second = browser.post_form("/sign-in/code", body_of_code(code_at(secret, world.context.now)) + "&next=%2Fpupils%2F7F3K-2M");
        CHECK(second.status == 303);
        CHECK(second.header("Location") == "/pupils/7F3K-2M");
        forget_old_session(browser);
        CHECK(browser.get("/pupils/7F3K-2M").body == "the child's page");
    });
}

TEST_CASE("the second step leads nowhere without the first, nor to another host after it")
{
    for_each_engine([](World& world) {
        bring_sam_and_jordan(world);
        const auto secret = with_authenticator(world, sam);
        Browser stranger{world};
        stranger.get("/sign-in");
        for (const std::string_view path : {"/sign-in/code", "/sign-in/authenticator"}) {
            CHECK(stranger.get(path).header("Location") == "/sign-in");
            CHECK(stranger.post_form(path, body_of_code(code_at(secret, world.context.now + people::code_lasts))).header("Location") == "/sign-in");
        }
        CHECK(stranger.get("/sign-in/authenticator/picture.svg").status == 404);
        CHECK(stranger.post("/sign-in/code", body_of_code("123456")).status == 403);
        Browser browser{world};
        browser.sign_in();
        const auto answer = browser.post_form("/sign-in/code", body_of_code(code_at(secret, world.context.now + people::code_lasts)) + "&next=%2F%2Fevil.example");
        CHECK(answer.header("Location") == "/");
    });
}

TEST_CASE("who knows only the password cannot look on while its owner moves to another phone")
{
    for_each_engine([](World& world) {
        bring_sam_and_jordan(world);
        const auto secret = with_authenticator(world, sam);
        const people::Proof proof{"river-stone-42", {code_at(secret, world.context.now + people::code_lasts), "10.0.0.1"}};
        REQUIRE(people::begin_move(world.context, user_of(world, sam), proof).has_value());
        const auto fresh = secret_shown(world, sam);
        Browser thief{world};
        thief.sign_in();
        CHECK(thief.get("/sign-in/authenticator").header("Location") == "/sign-in/code");
        CHECK(thief.get("/sign-in/authenticator/picture.svg").status == 404);
        CHECK(thief.post_form("/sign-in/authenticator", body_of_code(code_at(fresh, world.context.now))).header("Location") == "/sign-in/code");
        CHECK_FALSE(is_signed_in(thief));
    });
}

TEST_CASE("who must have an authenticator sets it up on the way in, and is shown ten recovery codes once")
{
    for_each_engine([](World& world) {
        bring_zoe(world);
        Browser browser{world};
        browser.get("/sign-in");
        CHECK(browser.post_form("/sign-in", "email=zoe.lamb%40harrowdale.example&password=lamp+goat+tuesday").header("Location") == "/sign-in/authenticator");
        CHECK(browser.get("/admin/users").status == 303);
        const auto page = browser.get("/sign-in/authenticator");
        const auto secret = secret_shown(world, zoe);
        CHECK(page.body.find(people::in_groups_of_four(access::base32(secret), ' ')) != std::string::npos);
        const auto picture = browser.get("/sign-in/authenticator/picture.svg");
        CHECK(picture.content_type == "image/svg+xml");
        CHECK(picture.header("Cache-Control") == "no-store");
        CHECK(browser.post_form("/sign-in/authenticator", body_of_code("000000")).status == 422);
        const auto done = browser.post_form("/sign-in/authenticator", body_of_code(code_at(secret, world.context.now)));
        CHECK(done.status == 200);
        const std::regex one_code{R"([A-Z2-7]{4}(-[A-Z2-7]{4}){3})"};
        CHECK(std::distance(std::sregex_iterator{done.body.begin(), done.body.end(), one_code}, {}) == 10);
        forget_old_session(browser);
        CHECK(browser.get("/admin/users").status == 200);
        CHECK(browser.get("/account/authenticator").body.find("cannot be turned off") != std::string::npos);
    });
}

TEST_CASE("somebody is invited, hands the link to their browser, and the link is gone afterwards")
{
    for_each_engine([](World& world) {
        bring_sam_and_jordan(world);
        const auto invited = people::invite(world.context, {.name = "Noor Aziz", .email = "noor@marshlane.example", .organisation = academy, .role = Role::school_attendance,
                                                            .period = {world.context.today, {}}});
        REQUIRE(invited.has_value());
        const std::string link = "/sign-in/link/" + invited->token;
        Browser browser{world};
        const auto page = browser.get(link);
        CHECK(page.status == 200);
        CHECK(page.header("Referrer-Policy") == "no-referrer");
        CHECK(page.header("Cache-Control") == "no-store");
        CHECK(page.body.find("noor@marshlane.example") != std::string::npos);
        CHECK(page.body.find(invited->token) == std::string::npos);
        CHECK(browser.get(link).status == 200);  // looking at it, as mail scanners do, does not use it up
        CHECK(browser.post_form(link, "new_password=short").status == 422);
        CHECK(browser.post(link, "new_password=lamp+goat+tuesday").status == 403);
        CHECK(browser.post_form(link, "new_password=lamp+goat+tuesday").header("Location") == "/sign-in?password=set");
        const auto again = browser.get(link), never = browser.get("/sign-in/link/never-there");
        CHECK(again.status == 404);
        CHECK(again.body == never.body);
        CHECK(again.header("Referrer-Policy") == "no-referrer");
        CHECK(browser.post_form(link, "new_password=lamp+goat+tuesday").status == 404);
    });
}

TEST_CASE("an administrator's pages show a link once, and nobody else's role opens them")
{
    for_each_engine([](World& world) {
        bring_sam_and_jordan(world);
        bring_zoe(world);
        Browser lead{world};
        lead.sign_in();
        CHECK(lead.get("/admin/users").status == 403);
        CHECK(lead.get("/admin/users/" + zoe.text()).status == 403);
        lead.get("/account");
        CHECK(lead.post_form("/admin/users/" + zoe.text() + "/link", "").status == 403);

        const auto secret = with_authenticator(world, zoe);
        Browser browser{world};
        browser.get("/sign-in");
        browser.post_form("/sign-in", "email=zoe.lamb%40harrowdale.example&password=lamp+goat+tuesday");
        browser.post_form("/sign-in/code", body_of_code(code_at(secret, world.context.now + people::code_lasts)));
        forget_old_session(browser);
        CHECK(browser.get("/admin/users?find=okoro").body.find("Sam Okoro") != std::string::npos);
        const auto made = browser.post_form("/admin/users/" + sam.text() + "/link", "");
        CHECK(made.status == 200);
        CHECK(made.header("Referrer-Policy") == "no-referrer");
        const auto link = link_in(made);
        CHECK(browser.get("/admin/users/" + sam.text()).body.find("/sign-in/link/") == std::string::npos);
        Browser sams{world};
        CHECK(sams.get(link).body.find("Set a new password") != std::string::npos);
        CHECK(browser.get("/admin/users/" + Id::from_words("nobody").text()).status == 404);
        CHECK(browser.get("/admin/users/nonsense").status == 404);
    });
}

TEST_CASE("a person sees where they are signed in, ends one of these or all others, and nobody else's")
{
    for_each_engine([](World& world) {
        bring_sam_and_jordan(world);
        Browser here{world}, there{world}, third{world};
        for (Browser* each : {&here, &there, &third}) {
            each->sign_in();
            world.context.now += std::chrono::minutes{1};
        }
        const auto list = here.get("/account/sessions");
        CHECK(list.body.find("3 sign-ins now") != std::string::npos);
        CHECK(list.body.find("This one") != std::string::npos);
        std::smatch found;
        REQUIRE(std::regex_search(list.body, found, std::regex{R"re(name="sign_in" value="([0-9a-f]{64})")re"}));
        here.post_form("/account/sessions/end", "sign_in=" + found[1].str());
        CHECK(is_signed_in(here));
        CHECK(is_signed_in(there) != is_signed_in(third));
        CHECK(here.post_form("/account/sessions/end-others", "").status == 303);
        CHECK(is_signed_in(here));
        CHECK_FALSE(is_signed_in(there));
        CHECK_FALSE(is_signed_in(third));
        CHECK_FALSE(world.context.read([](Transaction& tx) { return people::open_sign_ins(tx, sam); }).empty());
    });
}

TEST_CASE("nobody ends a sign-in that is not theirs, even if they know which it is")
{
    for_each_engine([](World& world) {
        bring_sam_and_jordan(world);
        bring_zoe(world);
        REQUIRE(world.context.in_transaction([&](Transaction& tx) -> Result<void> {
            people::set_authority_setting(tx, "authenticator_roles", "", tx.today());
            return {};
        }).has_value());
        Browser sams{world}, zoes{world};
        sams.sign_in();
        zoes.get("/sign-in");
        zoes.post_form("/sign-in", "email=zoe.lamb%40harrowdale.example&password=lamp+goat+tuesday");
        const auto of_sam = world.context.read([](Transaction& tx) { return people::open_sign_ins(tx, sam); });
        REQUIRE(of_sam.size() == 1);
        const auto list = zoes.get("/account/sessions");
        CHECK(list.status == 200);
        CHECK_FALSE(list.body.contains(of_sam[0].token_hash));
        zoes.post_form("/account/sessions/end", "sign_in=" + of_sam[0].token_hash);
        CHECK(zoes.get("/help").body.contains("That one had ended already"));
        zoes.get("/account");
        zoes.post_form("/account/sessions/end-others", "");
        CHECK(is_signed_in(sams));
        CHECK(is_signed_in(zoes));
    });
}

TEST_CASE("a page says how long the sign-in holds, and staying holds it for as long again but not past the whole")
{
    for_each_engine([](World& world) {
        bring_sam_and_jordan(world);
        Browser browser{world};
        CHECK(browser.get("/help").body.find("data-time-left") == std::string::npos);
        browser.sign_in();
        CHECK(browser.get("/help").body.find("data-idle=\"1740\" data-whole=\"43200\"") != std::string::npos);
        for (int minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
            world.context.now += std::chrono::minutes{20};
            REQUIRE(browser.post_form("/account/session", "").status == 303);
        }
        CHECK(browser.get("/help").body.find("data-whole=\"1200\"") != std::string::npos);
        world.context.now += std::chrono::minutes{20};
        CHECK(browser.post_form("/account/session", "").header("Location").starts_with("/sign-in"));
        CHECK_FALSE(is_signed_in(browser));
    });
}

TEST_CASE("a role that must have an authenticator, given to somebody signed in without one, waits until they have one")
{
    for_each_engine([](World& world) {
        bring_sam_and_jordan(world);
        const people::MembershipId second{Id::from_words("Sam for the council")};
        const auto given = world.context.in_transaction([&](Transaction& tx) -> Result<void> {
            people::insert_membership(tx, {.id = second, .user = sam, .organisation = academy, .role = Role::commissioner, .period = {world.context.today, {}}});
            return {};
        });
        REQUIRE(given.has_value());
        Browser browser{world};
        const auto has_first = browser.sign_in();
        CHECK(has_first.header("Location") == "/sign-in/authenticator");  // any role of theirs that must
        REQUIRE(world.context.in_transaction([&](Transaction& tx) -> Result<void> {
            people::set_authority_setting(tx, "authenticator_roles", "", tx.today());
            return {};
        }).has_value());
        Browser without{world};
        CHECK(without.sign_in().header("Location") == "/choose-organisation");
        REQUIRE(world.context.in_transaction([&](Transaction& tx) -> Result<void> {
            people::set_authority_setting(tx, "authenticator_roles", "commissioner", tx.today());
            return {};
        }).has_value());
        without.get("/choose-organisation");
        const auto refused = without.post_form("/choose-organisation", "membership=" + second.text());
        CHECK(refused.status == 422);
        CHECK(refused.body.find("must have an authenticator") != std::string::npos);
        CHECK(without.post_form("/choose-organisation", "membership=" + Id::from_words("Sam as lead").text()).status == 303);
        CHECK(without.post_form("/choose-organisation", "membership=" + Id::from_words("Zoe’s role").text()).status == 422);
    });
}

TEST_CASE("asking for a new password reads the same and takes as long, whether or not there is an account")
{
    for_each_engine([](World& world) {
        bring_sam_and_jordan(world);
        std::vector<std::string> answers;
        for (const std::string_view email : {"sam.okoro%40marshlane.example", "nobody%40marshlane.example"}) {
            Browser browser{world};
            browser.get("/sign-in/reset");
            const auto begun = std::chrono::steady_clock::now();
            answers.push_back(browser.post_form("/sign-in/reset", "email=" + std::string{email}).body);
            CHECK(std::chrono::steady_clock::now() - begun >= std::chrono::milliseconds{150});
        }
        CHECK(answers[0] == answers[1]);
        CHECK(answers[0].contains("You have asked for a new password"));
        Browser browser{world};
        browser.get("/sign-in/reset");
        CHECK(browser.post_form("/sign-in/reset", "email=").status == 422);
    });
}

TEST_CASE("codes are never kept among drafts")
{
    for_each_engine([](World& world) {
        bring_sam_and_jordan(world);
        Browser browser{world};
        browser.sign_in();
        browser.get("/account");
        browser.from_page = "/account/authenticator/off";
        world.context.now += std::chrono::hours{2};
        browser.post_form("/account/authenticator/off", "password=river-stone-42&one_time_password=ABCD-EFGH-IJKL-MNOP");
        const auto count = [&](const Statement& of) { return world.context.read([&](Transaction& tx) { return tx.number(of, {}); }); };
        static constexpr std::string_view of_authority[] = {"authority"};
        constexpr Statement all{"test.drafts", "select count(*) as count from draft where authority_id = ?1",
                                "select count(*) as count from draft where authority_id = $1", of_authority};
        constexpr Statement with_code{"test.kept", "select count(*) as count from draft where authority_id = ?1 and content like '%ABCD%'",
                                      "select count(*) as count from draft where authority_id = $1 and content like '%ABCD%'", of_authority};
        CHECK(count(all) == 1);
        CHECK(count(with_code) == 0);
    });
}
