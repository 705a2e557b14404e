// The whole way of a request but the socket: sign-in, form tokens, permissions, relationships, failures.
#include <doctest/doctest.h>

#include "app/edge.hpp"

#include "app/routes.hpp"
#include "foundation/uk_time.hpp"
#include "people/store/organisations.hpp"
#include "people/store/users.hpp"
#include "platform/access/cookies.hpp"
#include "platform/access/password.hpp"
#include "platform/audit/view_log.hpp"
#include "platform/http/url.hpp"
#include "platform/log/log.hpp"
#include "pupils/store/access.hpp"
#include "support/engines.hpp"
#include "ui/ui.hpp"

using namespace waymark;
using namespace waymark::testing;

namespace {

const UserId sam{Id::from_words("Sam Okoro")};
const OrganisationId academy{Id::from_words("Marsh Lane Academy")};
const pupils::PupilId jordan{Id::from_words("Jordan Ellis")};

Result<Response> look_at_pupil(const Request&, Context&) { return html(200, "the child's page"); }
Result<Response> take_form(const Request&, Context&) { return see_other_with_success("/help", "It is done"); }
Result<Response> find_it_changed(const Request&, Context&) { return stale("test.stale", "Priya Raman changed this at 2:14pm."); }
Result<Response> fail_badly(const Request&, Context&) { throw DatabaseFailure{"disk full of secrets"}; }

Result<Response> show_name(const Request&, Context&)
{
    Form form;
    form.set("name", "Greenways Farm").set("kind", "farm");
    return html(200, ui::render([&](ui::Buffer& out) {
        ui::page(out, {.title = "Change the name"}, [&](ui::Buffer& body) {
            ui::form(body, {}, [&](ui::Buffer& inner) {
                ui::hidden_field(inner, "version", "7");
                ui::text_field(inner, {.name = "name", .label = "Name"}, form);
                ui::radios_field(inner, {.name = "kind", .legend = "Kind", .items = {{"farm", "A farm"}, {"garage", "A garage"}}}, form);
                ui::submit_row(inner, {.text = "Save"});
            });
        });
    }).markup());
}

std::vector<Route> routes_with_tests()
{
    using enum Method;
    auto routes = app::all_routes();
    std::erase_if(routes, [](const Route& route) { return route.path == "/pupils/{pupil}"; });
    routes.push_back({get, "/pupils/{pupil}", Permission::see_pupils, look_at_pupil, Subject::pupil});
    routes.push_back({post, "/test/form", Permission::write_referrals, take_form});
    routes.push_back({get, "/test/decide", Permission::decide_referrals, take_form});
    routes.push_back({get, "/test/stale", Permission::anyone, find_it_changed});
    routes.push_back({get, "/test/name", Permission::write_referrals, show_name});
    routes.push_back({post, "/test/name", Permission::write_referrals, find_it_changed});
    routes.push_back({post, "/test/name/approval", Permission::write_referrals, find_it_changed});
    routes.push_back({get, "/test/failing", Permission::anyone, fail_badly});
    routes.push_back({get, "/api/v1/test", Permission::see_pupils, look_at_pupil});
    return routes;
}

/// A browser: it keeps cookies and the form token of the last page.
class Browser {
public:
    explicit Browser(World& world, bool demonstration = false)
        : edge_{world.database, routes_with_tests(),
                {.authority = "990", .demonstration = demonstration, .today = {}, .clock = [&world] { return world.context.now; }}}
    {
        log_requests(false);
    }
    Response get(std::string_view target, std::string_view accept = "text/html") { return send(Method::get, target, {}, accept); }
    Response post(std::string_view target, std::string body, std::string_view accept = "text/html")
    {
        return send(Method::post, target, std::move(body), accept);
    }
    /// Posts with the token that the last page held.
    Response post_form(std::string_view target, const std::string& body) { return post(target, "csrf_token=" + token + "&" + body); }
    Response sign_in(const std::string& password = "river-stone-42")
    {
        get("/sign-in");
        return post_form("/sign-in", "email=sam.okoro%40marshlane.example&password=" + password);
    }
    std::string cookies, token, from_page = "/help";

private:
    Response send(Method method, std::string_view target, std::string body, std::string_view accept)
    {
        Request request;
        request.method = method;
        request.target = target;
        request.reference = "TEST-01";
        request.remote_address = "127.0.0.1";
        request.headers = {{"Cookie", cookies}, {"Accept", std::string{accept}}, {"Content-Type", "application/x-www-form-urlencoded"},
                           {"Referer", "http://localhost" + from_page}};
        request.body = std::move(body);
        auto response = edge_.answer(std::move(request));
        for (const auto& [name, value] : response.headers)
            if (name == "Set-Cookie") cookies += value.substr(0, value.find(';')) + "; ";
        const std::string mark = "name=\"csrf_token\" value=\"";
        if (const auto at = response.body.find(mark); at != std::string::npos)
            token = response.body.substr(at + mark.size(), response.body.find('"', at + mark.size()) - at - mark.size());
        return response;
    }
    app::Edge edge_;
};

void bring_sam_and_jordan(World& world, bool may_see_jordan = true)
{
    world.database.lease(true)->run_script(
        "insert into pupil (authority_id, id, reference, first_name, last_name, known_as, born, sex, home_authority_id, search_text, created_at)"
        " values ('990', '" + jordan.text() + "', '7F3K-2M', 'Jordan', 'Ellis', 'Jordan', '2012-05-01', 'female', '990', 'jordan ellis', 0)");
    const auto done = world.context.in_transaction([&](Transaction& tx) -> Result<void> {
        people::insert_organisation(tx, {.id = academy, .name = "Marsh Lane Academy"});
        people::insert_user(tx, {.id = sam, .name = "Sam Okoro", .email = "sam.okoro@marshlane.example",
                                 .password_hash = access::password_hash("river-stone-42", access::PasswordCost::made_up),
                                 .demonstration = "Refers pupils"});
        people::insert_membership(tx, {.id = {Id::from_words("Sam as lead")}, .user = sam, .organisation = academy, .role = Role::school_lead,
                                       .period = {date(2024, 9, 1), {}}});
        if (may_see_jordan) pupils::grant_access(tx, jordan, academy, pupils::AccessKind::enrolled, jordan.value, date(2024, 9, 1));
        return {};
    });
    REQUIRE(done.has_value());
}

}  // namespace

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

TEST_CASE("a form that came after somebody else's comes again: what was typed beside what stands now, ready to be saved")
{
    for_each_engine([](World& world) {
        bring_sam_and_jordan(world);
        Browser browser{world};
        browser.sign_in();
        browser.get("/test/name");
        for (const std::string path : {"/test/name", "/test/name/approval"}) {
            CAPTURE(path);
            const auto page = browser.post_form(path, "version=6&name=Green+Farm&kind=garage");
            CHECK(page.status == 409);
            CHECK(page.body.contains("Priya Raman changed this at 2:14pm."));
            CHECK(page.body.contains("<title>Error: Change the name"));
            CHECK(page.body.contains("What you typed, beside what stands now"));
            CHECK(page.body.contains("value=\"Green Farm\""));     // in the box
            CHECK(page.body.contains("Greenways Farm"));           // in the table
            CHECK(page.body.contains("value=\"garage\" checked"));
            CHECK(page.body.contains("name=\"version\" value=\"7\""));
        }
        CHECK_FALSE(browser.post_form("/test/name", "name=Greenways+Farm&kind=farm").body.contains("What you typed, beside"));
    });
}

TEST_CASE("a form sent after the time was up stands again, as typed, once its person has signed in")
{
    for_each_engine([](World& world) {
        bring_sam_and_jordan(world);
        Browser browser{world};
        browser.sign_in();
        browser.get("/test/name");
        world.context.now += std::chrono::hours{14};
        browser.from_page = "/test/name";
        const auto sent = browser.post_form("/test/name", "version=6&name=Green+Farm&kind=garage");
        CHECK(sent.header("Location") == "/sign-in?next=%2Ftest%2Fname%3Ftyped%3D1");
        browser.cookies.clear();  // a browser puts the new cookie in place of the old
        CHECK(browser.sign_in().status == 303);
        const auto page = browser.get("/test/name?typed=1");
        CHECK(page.status == 200);
        CHECK(page.body.contains("Your time was up"));
        CHECK(page.body.contains("value=\"Green Farm\""));
        CHECK_FALSE(browser.get("/test/name").body.contains("Green Farm"));

        Browser stranger{world};
        stranger.cookies = browser.cookies;
        world.context.now += std::chrono::hours{14};
        stranger.from_page = "/test/form";
        CHECK(stranger.post("/test/form", "csrf_token=guessed&name=Evil").header("Location") == "/sign-in?next=%2Ftest%2Fform");
    });
}

TEST_CASE("a form sent after the time is up leads to sign-in and back to the page it stood on")
{
    for_each_engine([](World& world) {
        bring_sam_and_jordan(world);
        Browser browser{world};
        CHECK(browser.post("/test/form", "a=1").header("Location") == "/sign-in?next=%2Fhelp");
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
        CHECK(browser.post_form("/sign-out", "").header("Location") == "/");
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
        if (route.method != Method::get && route.method != Method::head) CHECK((!is_open || route.path.starts_with("/sign-in")));
        for (const std::string_view child : {"{pupil}", "{referral}", "{decision}", "{offer}", "{placement}", "{review}", "{document}"})
            if (route.path.find(child) != std::string_view::npos) CHECK(route.subject != Subject::none);
    }
}
