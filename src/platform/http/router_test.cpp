#include <doctest/doctest.h>

#include "platform/http/router.hpp"

#include "foundation/text.hpp"

using namespace waymark;

namespace {

Result<Response> answer(const Request&, Context&) { return html(200, ""); }

Router router_of(std::initializer_list<std::pair<Method, std::string_view>> rows)
{
    std::vector<Route> routes;
    for (const auto& [method, path] : rows) routes.push_back({method, path, Permission::anyone, answer});
    return Router{std::move(routes)};
}

Router::Match find(const Router& router, Method method, std::string_view path)
{
    std::vector<std::string> segments;
    for (const auto part : split(path.substr(1), '/')) segments.emplace_back(part);
    return router.find(method, segments);
}

}  // namespace

TEST_CASE("a literal part is preferred to a parameter, from the left")
{
    using enum Method;
    const auto router = router_of({{get, "/referrals/{referral}"}, {get, "/referrals/new"}, {get, "/{area}/new"}, {get, "/referrals/{referral}/check"}});
    CHECK(find(router, get, "/referrals/new").route->path == "/referrals/new");
    CHECK(find(router, get, "/referrals/7").route->path == "/referrals/{referral}");
    CHECK(find(router, get, "/referrals/7").path_values.at("referral") == "7");
    CHECK(find(router, get, "/pupils/new").route->path == "/{area}/new");
    CHECK(find(router, get, "/referrals/new/check").path_values.at("referral") == "new");
}

TEST_CASE("a less literal path answers the method that the more literal one does not")
{
    using enum Method;
    const auto router = router_of({{get, "/referrals/new"}, {post, "/referrals/{referral}"}});
    CHECK(find(router, post, "/referrals/new").route->path == "/referrals/{referral}");
}

TEST_CASE("HEAD is answered by the row for GET, and other methods are told what is allowed")
{
    using enum Method;
    const auto router = router_of({{get, "/sign-in"}, {post, "/sign-in"}, {post, "/sign-out"}});
    CHECK(find(router, head, "/sign-in").route->path == "/sign-in");
    const auto refused = find(router, put, "/sign-in");
    CHECK(refused.route == nullptr);
    CHECK(refused.allowed == "GET, HEAD, POST");
    CHECK(find(router, head, "/sign-out").allowed == "POST");
}

TEST_CASE("a path nobody answers has no row, and an empty part fits no parameter")
{
    using enum Method;
    const auto router = router_of({{get, "/"}, {get, "/pupils/{pupil}"}});
    CHECK(find(router, get, "/").route->path == "/");
    for (const std::string_view path : {"/pupils", "/pupils/", "/pupils/7/week", "/Pupils/7"}) {
        CAPTURE(path);
        CHECK(find(router, get, path).route == nullptr);
        CHECK(find(router, get, path).allowed.empty());
    }
}

TEST_CASE("two rows for the same method and path are found when the program starts")
{
    using enum Method;
    CHECK_THROWS_AS(router_of({{get, "/work"}, {get, "/work"}}), std::logic_error);
}
