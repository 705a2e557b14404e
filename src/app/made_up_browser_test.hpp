// For the tests of the way of a request: a browser that keeps cookies and form tokens, routes that answer in each way, Sam and Jordan.
#pragma once

#include <doctest/doctest.h>

#include "app/edge.hpp"
#include "app/routes.hpp"
#include "people/store/organisations.hpp"
#include "people/store/users.hpp"
#include "platform/access/password.hpp"
#include "platform/log/log.hpp"
#include "pupils/store/access.hpp"
#include "support/engines.hpp"
#include "ui/ui.hpp"

namespace waymark::testing {

inline const UserId sam{Id::from_words("Sam Okoro")};
inline const OrganisationId academy{Id::from_words("Marsh Lane Academy")};
inline const pupils::PupilId jordan{Id::from_words("Jordan Ellis")};

inline Result<Response> look_at_pupil(const Request&, Context&) { return html(200, "the child's page"); }
inline Result<Response> take_form(const Request&, Context&) { return see_other_with_success("/help", "It is done"); }
inline Result<Response> find_it_changed(const Request&, Context&) { return stale("test.stale", "Priya Raman changed this at 2:14pm."); }
inline Result<Response> fail_badly(const Request&, Context&) { throw DatabaseFailure{"disk full of secrets"}; }

inline Result<Response> show_name(const Request&, Context&)
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

inline std::vector<Route> routes_with_tests()
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
        log_to([](std::string_view) {});
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
    /// How large a body the house would take of this browser.
    std::size_t body_bytes_max(Method method, std::string_view target) { return edge_.body_bytes_max(request_of(method, target, {}, "text/html")); }
    std::string cookies, token, from_page = "/help";
    bool secure = false;

private:
    /// In the place of the one of that name; one that is taken back is gone.
    void keep_cookie(std::string_view set_cookie)
    {
        const auto pair = set_cookie.substr(0, set_cookie.find(';'));
        const auto name = std::string{pair.substr(0, pair.find('=') + 1)};
        const auto at = cookies.find("; " + name) == std::string::npos ? (cookies.starts_with(name) ? 0 : std::string::npos) : cookies.find("; " + name) + 2;
        if (at != std::string::npos) cookies.erase(at, cookies.find("; ", at) + 2 - at);
        if (set_cookie.find("Max-Age=0") == std::string_view::npos) cookies += std::string{pair} + "; ";
    }
    Request request_of(Method method, std::string_view target, std::string body, std::string_view accept) const
    {
        Request request;
        request.method = method;
        request.target = target;
        request.reference = "TEST-01";
        request.remote_address = "127.0.0.1";
        request.headers = {{"Cookie", cookies}, {"Accept", std::string{accept}}, {"Content-Type", "application/x-www-form-urlencoded"},
                           {"Referer", "http://localhost" + from_page}};
        request.body = std::move(body);
        request.secure = secure;
        return request;
    }
    Response send(Method method, std::string_view target, std::string body, std::string_view accept)
    {
        auto response = edge_.answer(request_of(method, target, std::move(body), accept));
        for (const auto& [name, value] : response.headers)
            if (name == "Set-Cookie") keep_cookie(value);
        const std::string mark = "name=\"csrf_token\" value=\"";
        if (const auto at = response.body.find(mark); at != std::string::npos)
            token = response.body.substr(at + mark.size(), response.body.find('"', at + mark.size()) - at - mark.size());
        return response;
    }
    app::Edge edge_;
};

inline void bring_sam_and_jordan(World& world, bool may_see_jordan = true)
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

}  // namespace waymark::testing
