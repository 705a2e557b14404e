// One request, and what its answer means.
#include "access/door.hpp"

#include <doctest/doctest.h>

#include <functional>

#include "app/routes.hpp"
#include "platform/access/cookies.hpp"
#include "platform/log/log.hpp"

namespace waymark::testing {
namespace {

Result<Response> come_in(const Request&, Context&) { return html(200, "come in"); }

bool is_api(std::string_view address) { return address.starts_with("/api/"); }

/// Replaces each {parameter} by what `says` says of it.
std::string filled_in(std::string_view path, const std::function<std::string(std::string_view)>& says)
{
    std::string address;
    for (std::size_t at = 0; at < path.size();) {
        const auto opens = path.find('{', at);
        address += path.substr(at, opens - at);
        if (opens == std::string_view::npos) break;
        const auto closes = path.find('}', opens);
        address += says(path.substr(opens + 1, closes - opens - 1));
        at = closes + 1;
    }
    return address;
}

std::string what_is(std::string_view parameter, const TwoAuthorities& town, const PlantedChild& child)
{
    if (const auto of_child = child.in_paths.find(parameter); of_child != child.in_paths.end()) return of_child->second;
    const auto of_town = town.in_paths.find(parameter);
    INFO("nothing is planted for the path parameter " << parameter);
    REQUIRE(of_town != town.in_paths.end());
    return of_town->second;
}

}  // namespace

std::string_view answer_words(Answer answer)
{
    switch (answer) {
    case Answer::let_in: return "let in";
    case Answer::hidden: return "hidden";
    case Answer::refused: return "refused";
    case Answer::sign_in: return "asked to sign in";
    }
    return {};
}

House::House(const TwoAuthorities& town, std::vector<Route> routes)
    : edge_{town.world.database, std::move(routes), {.authority = "990", .today = {}, .clock = [now = town.world.context.now] { return now; }}}
{
    log_requests(false);
    log_to([](std::string_view) {});
}

Response House::ask(const Visitor& visitor, Method method, const std::string& address, FormToken token, std::string body) const
{
    Request request;
    request.body = std::move(body);
    request.method = method;
    request.target = address;
    request.reference = "TEST-01";
    request.remote_address = "192.0.2.10";
    request.headers = {{"Accept", is_api(address) ? "application/json" : "text/html"}, {"Content-Type", "application/x-www-form-urlencoded"}};
    // A family’s pages know no sign-in: the form token there is of the browser, or of the visit.
    const bool is_of_family = address.starts_with("/f/");
    const std::string mark = is_of_family && visitor.mark.empty() ? "mark-of-a-browser" : visitor.mark;
    std::string cookies = "waymark_session=" + visitor.token + "; waymark_visitor=" + mark;
    std::string form_token = is_of_family ? access::visitor_csrf_token(mark) : visitor.form_token;
    if (!visitor.family_link.empty()) {
        Request none;
        const auto set = access::set_family_cookie(none, visitor.family_link, visitor.family_secret);
        cookies += "; " + set.substr(0, set.find(';'));
        if (address.starts_with("/f/" + visitor.family_link)) form_token = access::visitor_csrf_token(visitor.family_secret);
    }
    request.headers.emplace_back("Cookie", cookies);
    if (!visitor.api_token.empty()) request.headers.emplace_back("Authorization", "Bearer " + visitor.api_token);
    if (token == FormToken::sent && method != Method::get) request.headers.emplace_back("X-CSRF-Token", form_token);
    return edge_.answer(std::move(request));
}

Answer House::knock(const Visitor& visitor, Method method, const std::string& address, FormToken token) const
{
    const Response response = ask(visitor, method, address, token);
    // A person is led to the page where they sign in; a program, which cannot read it, is told.
    if (!is_api(address) && response.status == 303 && response.header("Location").starts_with("/sign-in?")) return Answer::sign_in;
    // A family is led to the page that asks for the second fact.
    if (response.status == 303 && response.header("Location").starts_with("/f/") && response.header("Location").ends_with("/open")) return Answer::sign_in;
    if (is_api(address) && response.status == 401) return Answer::sign_in;
    if (response.status == 403) return Answer::refused;
    if (response.status == 404) return Answer::hidden;
    INFO(method_name(method) << " " << address << " as " << visitor.name);
    CHECK(response.status < 500);
    return Answer::let_in;
}

std::string address_of(std::string_view path, const TwoAuthorities& town, const PlantedChild& child)
{
    return filled_in(path, [&](std::string_view parameter) { return what_is(parameter, town, child); });
}

std::string crossed_address_of(std::string_view path, const TwoAuthorities& town, const PlantedChild& of, const PlantedChild& others)
{
    bool is_first = true;
    return filled_in(path, [&](std::string_view parameter) { return what_is(parameter, town, std::exchange(is_first, false) ? of : others); });
}

std::vector<Route> routes_behind_the_guard()
{
    auto routes = app::all_routes();
    for (Route& route : routes) route.answer = come_in;
    return routes;
}

bool names_a_child(std::string_view path, const TwoAuthorities& town)
{
    return address_of(path, town, town.children.front()) != address_of(path, town, town.children.back());
}

}  // namespace waymark::testing
