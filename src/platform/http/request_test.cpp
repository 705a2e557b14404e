#include <doctest/doctest.h>

#include "platform/http/request.hpp"

#include "platform/http/url.hpp"

using namespace waymark;

namespace {

Request request_for(std::string_view target)
{
    Request request;
    REQUIRE(request.read_target(target).has_value());
    return request;
}

}  // namespace

TEST_CASE("an address is taken apart before it is decoded")
{
    const auto request = request_for("/providers/a%2Fb?q=two+words&q=caf%C3%A9&empty");
    CHECK(request.segments == std::vector<std::string>{"providers", "a/b"});
    CHECK(request.url_path == "/providers/a/b");
    CHECK(request.query("q") == "two words");
    CHECK(request.query_all("q") == std::vector<std::string>{"two words", "café"});
    CHECK(request.query("missing").empty());
    CHECK(request.query_form().sent("empty"));
}

TEST_CASE("an address with scheme and host is read as its path")
{
    CHECK(request_for("http://localhost:8080/find?q=a").target == "/find?q=a");
    CHECK(request_for("HTTPS://a.example").url_path == "/");
}

TEST_CASE("an address that climbs, breaks off or hides something is refused")
{
    for (const std::string_view bad : {"/../secret", "/a/%2e%2e/b", "/a/.", "/%", "/%4", "/%zz", "/a%00b", "/%ff", "/a#b", "", "a"}) {
        CAPTURE(bad);
        Request request;
        CHECK(code_of(request.read_target(bad)) == "http.bad_target");
    }
}

TEST_CASE("headers are found whatever their case, cookies by their exact name")
{
    Request request;
    request.headers = {{"Cookie", "a=1; waymark_session=abc=; b=2"}, {"Accept", "text/html"}};
    CHECK(request.header("aCCept") == "text/html");
    CHECK(request.header("missing").empty());
    CHECK(request.cookie("waymark_session") == "abc=");
    CHECK(request.cookie("b") == "2");
    CHECK_FALSE(request.cookie("session").has_value());
    CHECK_FALSE(request.cookie("A").has_value());
}

TEST_CASE("a form keeps order and repeats, and text that is no UTF-8 is read as Windows wrote it")
{
    Request request;
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded; charset=utf-8"}};
    request.body = "name=O%27Neil&need=autism&need=anxiety&note=caf%E9&odd=100%";
    const auto form = request.form();
    CHECK(form.value("name") == "O'Neil");
    CHECK(form.all("need") == std::vector<std::string>{"autism", "anxiety"});
    CHECK(form.value("note") == "café");
    CHECK(form.value("odd") == "100%");
}

TEST_CASE("a form of more fields than any of ours has is not read")
{
    const auto form_of = [](int fields) {
        Request request;
        request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
        for (int field = 0; field < fields; ++field) request.body += field == 0 ? "a=1" : "&a=1";
        return request.form();
    };
    CHECK(form_of(5'000).values.size() == 5'000);
    CHECK(form_of(5'001).values.empty());
    CHECK(form_of(5'001).problems.has("form.unreadable"));
}

TEST_CASE("a body of another type is no form")
{
    Request request;
    request.headers = {{"Content-Type", "text/plain"}};
    request.body = "a=1";
    CHECK(request.form().values.empty());
}

TEST_CASE("machines are answered in JSON: by their path, or when they ask for nothing else")
{
    Request request = request_for("/api/v1/providers");
    CHECK(request.wants_json());
    request = request_for("/providers");
    CHECK_FALSE(request.wants_json());
    request.headers = {{"Accept", "application/json"}};
    CHECK(request.wants_json());
    request.headers = {{"Accept", "text/html, application/json"}};
    CHECK_FALSE(request.wants_json());
}

TEST_CASE("what is percent-encoded is decoded to the same")
{
    const std::string plain = "/work?day=23 Nov & more, café 100%";
    CHECK(percent_encoded("a b/é") == "a%20b%2F%C3%A9");
    CHECK(percent_decoded(percent_encoded(plain)) == plain);
    CHECK(percent_decoded("a+b") == "a+b");
    CHECK(percent_decoded("a+b", true) == "a b");
}
