// The whole way of a request but the socket: sign-in, form tokens, permissions, relationships, failures.
#include <doctest/doctest.h>

#include <set>

#include "app/made_up_browser_test.hpp"
#include "foundation/uk_time.hpp"
#include "platform/access/cookies.hpp"
#include "platform/audit/trail.hpp"
#include "platform/audit/view_log.hpp"
#include "platform/http/url.hpp"

using namespace waymark;
using namespace waymark::testing;

TEST_CASE("the token field has one name for those who write it and those who read it")
{
    CHECK(ui::csrf_field == access::csrf_field);
}

TEST_CASE("somebody signed out is led to sign-in and back to the page they wanted")
{
    for_each_engine([](World& world) {
        bring_sam_and_jordan(world);
        Browser browser{world};
        CHECK(browser.get("/pupils/7F3K-2M?tab=week").header("Location") == "/sign-in?next=%2Fpupils%2F7F3K-2M%3Ftab%3Dweek");
        browser.get("/sign-in?next=%2Fpupils%2F7F3K-2M");
        const auto answer = browser.post_form("/sign-in", "email=SAM.okoro%40marshlane.example&password=river-stone-42&next=%2Fpupils%2F7F3K-2M");
        CHECK(answer.status == 303);
        CHECK(answer.header("Location") == "/pupils/7F3K-2M");
        CHECK(browser.get("/pupils/7F3K-2M").body == "the child's page");
        CHECK(browser.get("/account").body.find("Sam Okoro, school inclusion lead") != std::string::npos);
    });
}

TEST_CASE("a wrong password and an unknown address read the same, and keep what was typed but the password")
{
    for_each_engine([](World& world) {
        bring_sam_and_jordan(world);
        Browser browser{world};
        const auto wrong = browser.sign_in("guess");
        CHECK(wrong.status == 422);
        CHECK(wrong.body.find("The email address or the password is not right.") != std::string::npos);
        CHECK(wrong.body.find("sam.okoro@marshlane.example") != std::string::npos);
        CHECK(wrong.body.find("guess") == std::string::npos);
        const auto unknown = browser.post_form("/sign-in", "email=nobody%40x.example&password=guess");
        CHECK(unknown.status == 422);
        CHECK(unknown.body.find("The email address or the password is not right.") != std::string::npos);
    });
}

TEST_CASE("after five wrong passwords even the right one has to wait")
{
    for_each_engine([](World& world) {
        bring_sam_and_jordan(world);
        Browser browser{world};
        for (int tries = 0; tries < 5; ++tries) CHECK(browser.sign_in("guess").status == 422);
        CHECK(browser.sign_in().body.find("Too many tries. Wait 2 seconds, then try again.") != std::string::npos);
        world.context.now += std::chrono::seconds{3};
        browser.cookies.clear();  // a browser puts the new cookie in place of the old
        CHECK(browser.sign_in().status == 303);
    });
}

TEST_CASE("a form without the right token is refused, whoever sends it")
{
    for_each_engine([](World& world) {
        bring_sam_and_jordan(world);
        Browser stranger{world};
        CHECK(stranger.post("/sign-in", "email=a&password=b").status == 403);
        Browser browser{world};
        browser.sign_in();
        CHECK(browser.post("/test/form", "a=1").status == 403);
        CHECK(browser.post("/test/form", "csrf_token=wrong&a=1").status == 403);
        browser.get("/account");
        CHECK(browser.post_form("/test/form", "a=1").status == 303);
    });
}

TEST_CASE("a success message is shown on the next page, once")
{
    for_each_engine([](World& world) {
        bring_sam_and_jordan(world);
        Browser browser{world};
        browser.sign_in();
        browser.get("/account");
        browser.post_form("/test/form", "a=1");
        CHECK(browser.get("/help").body.find("It is done") != std::string::npos);
        CHECK(browser.get("/help").body.find("It is done") == std::string::npos);
    });
}

TEST_CASE("a child out of reach is answered as one that does not exist, and nothing is logged")
{
    for_each_engine([](World& world) {
        bring_sam_and_jordan(world, false);
        Browser browser{world};
        browser.sign_in();
        const auto hidden = browser.get("/pupils/7F3K-2M"), missing = browser.get("/pupils/0000-00");
        CHECK(hidden.status == 404);
        CHECK(missing.status == 404);
        CHECK(hidden.body.find("ask your school") != std::string::npos);
        CHECK(world.context.read([](Transaction& tx) { return audit::views_of(tx, jordan.value, tx.now() + Days{1}); }).empty());
    });
}

TEST_CASE("each look at a child is logged with who looked and as what")
{
    for_each_engine([](World& world) {
        bring_sam_and_jordan(world);
        Browser browser{world};
        browser.sign_in();
        browser.get("/pupils/7F3K-2M");
        const auto views = world.context.read([](Transaction& tx) { return audit::views_of(tx, jordan.value, tx.now() + Days{1}); });
        REQUIRE(views.size() == 1);
        CHECK(views.front().actor == sam);
        CHECK(views.front().acting_as == "school_lead");
        CHECK(views.front().what == "pupil");
    });
}

TEST_CASE("what a role may not do is said, with whom to ask")
{
    for_each_engine([](World& world) {
        bring_sam_and_jordan(world);
        Browser browser{world};
        browser.sign_in();
        const auto refused = browser.get("/test/decide");
        CHECK(refused.status == 403);
        CHECK(refused.body.find("Your role does not include this page.") != std::string::npos);
    });
}

TEST_CASE("signing out ends the sign-in, not only the cookie")
{
    for_each_engine([](World& world) {
        bring_sam_and_jordan(world);
        Browser browser{world};
        browser.sign_in();
        browser.get("/account");
        const auto signed_in_cookies = browser.cookies;
        const auto out = browser.post_form("/sign-out", "");
        CHECK(out.header("Location") == "/");
        CHECK(out.header("Clear-Site-Data") == "\"cache\"");
        browser.cookies = signed_in_cookies;
        CHECK(browser.get("/account").status == 303);
    });
}

TEST_CASE("in a made-up area a visitor signs in as one of its people; in a real one that way is shut")
{
    for_each_engine([](World& world) {
        bring_sam_and_jordan(world);
        const std::string as_sam = "membership=" + Id::from_words("Sam as lead").text();
        Browser visitor{world, true};
        CHECK(visitor.get("/sign-in").body.find("Sign in as Sam Okoro") != std::string::npos);
        CHECK(visitor.post_form("/sign-in/as", as_sam).status == 303);
        CHECK(visitor.get("/account").status == 200);
        Browser real{world};
        CHECK(real.get("/sign-in").body.find("Sam Okoro") == std::string::npos);
        CHECK(real.post_form("/sign-in/as", as_sam).status == 404);
        CHECK(real.get("/account").status == 303);
    });
}

TEST_CASE("each kind of failure has its status, its page, and nothing of its inside")
{
    for_each_engine([](World& world) {
        Browser browser{world};
        CHECK(browser.get("/test/stale").status == 409);
        CHECK(browser.get("/no/such/page").status == 404);
        CHECK(browser.get("/%zz").status == 400);
        const auto wrong_method = browser.post("/help", "");
        CHECK(wrong_method.status == 405);
        CHECK(wrong_method.header("Allow") == "GET, HEAD");
        const auto failing = browser.get("/test/failing");
        CHECK(failing.status == 503);
        CHECK(failing.body.find("TEST-01") != std::string::npos);
        CHECK(failing.body.find("secrets") == std::string::npos);
        CHECK(failing.body.find("What you saved before is safe. Try again in a minute.") != std::string::npos);
        CHECK(failing.header("Retry-After") == "10");
    });
}

TEST_CASE("machines are told in problem+json")
{
    for_each_engine([](World& world) {
        Browser browser{world};
        const auto answer = browser.get("/api/v1/test", "*/*");
        CHECK(answer.status == 401);
        CHECK(answer.content_type == "application/problem+json");
        CHECK(answer.body.find("\"access.signed_out\"") != std::string::npos);
        CHECK(answer.body.find("\"TEST-01\"") != std::string::npos);
    });
}

TEST_CASE("every page carries its policy and is not kept, every built file is kept for good")
{
    for_each_engine([](World& world) {
        Browser browser{world};
        const auto page = browser.get("/help");
        CHECK(page.header("Content-Security-Policy") == ui::content_security_policy());
        CHECK(page.header("X-Content-Type-Options") == "nosniff");
        CHECK(page.header("Cache-Control") == "no-store");
        CHECK(page.header("Referrer-Policy") == "same-origin");
        const std::string mark = "href=\"/assets/";
        const auto at = page.body.find(mark);
        REQUIRE(at != std::string::npos);
        const auto href = page.body.substr(at + 6, page.body.find('"', at + 6) - at - 6);
        const auto file = browser.get(href);
        CHECK(file.status == 200);
        CHECK(file.header("Cache-Control") == "public, max-age=31536000, immutable");
    });
}

TEST_CASE("every public page answers, and probes do too")
{
    for_each_engine([](World& world) {
        Browser browser{world};
        for (const std::string_view path : {"/", "/help", "/accessibility", "/privacy", "/cookies", "/sign-in", "/healthz", "/readyz", "/robots.txt"}) {
            CAPTURE(path);
            CHECK(browser.get(path).status == 200);
        }
    });
}

TEST_CASE("every route that changes something asks for a permission, and every route about a child names the child")
{
    for (const auto& route : app::all_routes()) {
        CAPTURE(route.path);
        CHECK(route.path.starts_with('/'));
        const bool is_open = route.permission == Permission::anyone;
        if (route.method != Method::get && route.method != Method::head) CHECK((!is_open || route.path.starts_with("/sign-in") || route.path.starts_with("/f/")));
        for (const std::string_view child : {"{pupil}", "{referral}", "{decision}", "{offer}", "{placement}", "{review}", "{document}"})
            if (route.path.find(child) != std::string_view::npos) CHECK(route.subject != Subject::none);
    }
}

TEST_CASE("a body is read as far as its sender may send: a stranger a form of sign-in, somebody signed in the forms of their role, files only where a form takes them")
{
    for_each_engine([](World& world) {
        bring_sam_and_jordan(world);
        Browser browser{world};
        const std::string section = "/referrals/" + Id::from_words("some referral").text() + "/documents";
        CHECK(browser.body_bytes_max(Method::post, "/sign-in") == 64 * 1024);
        CHECK(browser.body_bytes_max(Method::post, section) == 64 * 1024);
        browser.sign_in();
        CHECK(browser.body_bytes_max(Method::post, "/test/form") == 1024 * 1024);
        CHECK(browser.body_bytes_max(Method::post, section) == 25 * 1024 * 1024);
        CHECK(browser.body_bytes_max(Method::post, "/providers/import") == 64 * 1024);  // not a school's to bring
        CHECK(browser.body_bytes_max(Method::post, "/no/such/page") == 64 * 1024);
        CHECK(browser.body_bytes_max(Method::post, "/%zz") == 64 * 1024);
        world.context.now += std::chrono::hours{13};  // the sign-in has lapsed: what was typed is kept all the same
        CHECK(browser.body_bytes_max(Method::post, "/test/form") == 1024 * 1024);
        browser.cookies = "waymark_session=made-up";
        CHECK(browser.body_bytes_max(Method::post, "/test/form") == 64 * 1024);
    });
}

TEST_CASE("every page whose form takes files says so in its route, and no other")
{
    std::set<std::string_view> taking;
    for (const auto& route : app::all_routes())
        if (route.takes == Takes::files) taking.insert(route.path);
    CHECK(taking == std::set<std::string_view>{"/admin/settings/terms/{calendar}/import", "/providers/import", "/providers/{provider}/documents/new", "/referrals/{referral}/{section}"});
}

TEST_CASE("the log says whose form token, permission or record was refused, by id, and nothing of what was sent")
{
    for_each_engine([](World& world) {
        bring_sam_and_jordan(world, false);
        Browser browser{world};
        std::vector<std::string> lines;
        log_to([&](std::string_view line) {
            if (line.contains(" refused ")) lines.emplace_back(line.substr(line.find(" refused ") + 1));
        });
        browser.post("/sign-in", "email=sam.okoro&password=b");
        browser.sign_in();
        browser.post("/test/form", "csrf_token=wrong&a=secret");
        browser.get("/test/decide?q=secret");
        browser.get("/pupils/7F3K-2M?q=secret");
        log_to([](std::string_view) {});
        REQUIRE(lines.size() == 4);
        const auto by = [](std::string_view user, std::string_view rest) { return " from 127.0.0.1 user " + std::string{user} + ": " + std::string{rest}; };
        CHECK(lines[0] == "refused TEST-01 /sign-in 403" + by("-", "access.form_token"));
        CHECK(lines[1] == "refused TEST-01 /test/form 403" + by(sam.value.text(), "access.form_token"));
        CHECK(lines[2] == "refused TEST-01 /test/decide 403" + by(sam.value.text(), "access.not_for_this_role"));
        CHECK(lines[3] == "refused TEST-01 /pupils/{pupil} 404" + by(sam.value.text(), "access.no_relationship"));
    });
}

TEST_CASE("over TLS every answer says that only https is to be used, and none without it does")
{
    for_each_engine([](World& world) {
        Browser browser{world};
        for (const std::string_view path : {"/help", "/no/such/page", "/%zz", "/test/failing", "/healthz"}) {
            CAPTURE(path);
            browser.secure = true;
            CHECK(browser.get(path).header("Strict-Transport-Security") == "max-age=31536000; includeSubDomains");
            browser.secure = false;
            CHECK(browser.get(path).header("Strict-Transport-Security").empty());
        }
    });
}

TEST_CASE("whoever signed in with this browser before signs in while somebody else goes on guessing; its cookie outlives the sign-in and is no sign-in")
{
    for_each_engine([](World& world) {
        bring_sam_and_jordan(world);
        Browser owner{world}, guesser{world}, new_browser{world};
        owner.sign_in();
        const auto at = owner.cookies.find("waymark_browser=");
        REQUIRE(at != std::string::npos);
        owner.cookies = owner.cookies.substr(at, owner.cookies.find(';', at) - at) + "; ";
        CHECK(owner.get("/account").status == 303);
        world.context.now += std::chrono::seconds{1};
        for (int tries = 0; tries < 5; ++tries) guesser.sign_in("guess");
        CHECK(guesser.sign_in("guess").body.find("Too many tries.") != std::string::npos);
        CHECK(new_browser.sign_in().body.find("Too many tries.") != std::string::npos);
        CHECK(owner.sign_in().status == 303);
        CHECK(owner.get("/account").status == 200);
    });
}

TEST_CASE("a clock that jumps back takes nothing away: pages answer, the trail verifies, and a sign-in does not last for ever")
{
    for_each_engine([](World& world) {
        bring_sam_and_jordan(world);
        Browser browser{world};
        browser.sign_in();
        CHECK(browser.get("/pupils/7F3K-2M").status == 200);
        world.context.now -= std::chrono::hours{3};
        CHECK(browser.get("/pupils/7F3K-2M").status == 200);
        const auto recorded = world.context.in_transaction([](Transaction& tx) { return tx.record({.verb = "added", .entity = "note", .about = jordan.value, .pupil = jordan.value}); });
        CHECK(recorded);
        CHECK_FALSE(world.context.read([](Transaction& tx) { return audit::verify(tx); }));
        CHECK(world.context.read([](Transaction& tx) { return audit::views_of(tx, jordan.value, tx.now() + Days{1}); }).size() == 2);
        world.context.now += std::chrono::hours{3} + std::chrono::hours{13};
        CHECK(browser.get("/pupils/7F3K-2M").status == 303);
    });
}
