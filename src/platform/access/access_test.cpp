#include <doctest/doctest.h>

#include "platform/access/cookies.hpp"
#include "platform/access/password.hpp"
#include "platform/access/token.hpp"

using namespace waymark;
using namespace waymark::access;

TEST_CASE("no two tokens are alike, and what is kept of one tells nothing of it")
{
    const auto token = make_token();
    CHECK(token.size() == 43);
    CHECK(token != make_token());
    CHECK(token_hash(token).size() == 64);
    CHECK(token_hash(token) == token_hash(token));
    CHECK(token_hash(token) != token_hash(make_token()));
}

TEST_CASE("a secret is the same or it is not, and nothing is never the same")
{
    CHECK(is_same_secret("abc", "abc"));
    CHECK_FALSE(is_same_secret("abc", "abd"));
    CHECK_FALSE(is_same_secret("abc", "ab"));
    CHECK_FALSE(is_same_secret("", ""));
}

TEST_CASE("a password opens its own hash only, and no hash opens to any")
{
    const auto hash = password_hash("correct horse", PasswordCost::made_up);
    CHECK(hash.starts_with("$argon2id$"));
    CHECK(is_password(hash, "correct horse"));
    CHECK_FALSE(is_password(hash, "Correct horse"));
    CHECK_FALSE(is_password("", "correct horse"));
    CHECK_FALSE(is_password("not a hash", "correct horse"));
}

TEST_CASE("over TLS the cookie is bound to this host, and one without that name is not believed")
{
    Request request;
    request.headers = {{"Cookie", "waymark_session=planted"}};
    CHECK(session_cookie(request) == "planted");
    CHECK(set_session_cookie(request, "t") == "waymark_session=t; Path=/; HttpOnly; SameSite=Lax");
    request.secure = true;
    CHECK_FALSE(session_cookie(request).has_value());
    CHECK(set_session_cookie(request, "t") == "__Host-waymark_session=t; Path=/; HttpOnly; SameSite=Lax; Secure");
    CHECK(clear_session_cookie(request).ends_with("Max-Age=0"));
}

TEST_CASE("after sign-in nobody is led to another host")
{
    CHECK(local_path_or("/work?day=today", "/") == "/work?day=today");
    for (const std::string_view elsewhere : {"", "work", "//evil.example", "/\\evil.example", "https://evil.example", "/a\r\nSet-Cookie: x", "/\t/evil.example", "javascript:x"}) {
        CAPTURE(elsewhere);
        CHECK(local_path_or(elsewhere, "/") == "/");
    }
}

TEST_CASE("the form token comes from the header of scripts, else from the form")
{
    Request request;
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    request.body = "csrf_token=typed";
    CHECK(sent_csrf_token(request) == "typed");
    request.headers.emplace_back("X-CSRF-Token", "scripted");
    CHECK(sent_csrf_token(request) == "scripted");
}

TEST_CASE("the message for the next page is read by the sign-in it was meant for, and by nobody who looks into the cookie")
{
    Request request;
    request.secure = true;
    const auto set = set_success_cookie(request, "token", "Kai’s place is confirmed");
    REQUIRE(set.has_value());
    CHECK(set->starts_with("__Host-waymark_success="));
    CHECK(set->ends_with("; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=600"));
    CHECK(set->find("Kai") == std::string::npos);
    request.headers = {{"Cookie", set->substr(0, set->find(';'))}};
    CHECK(success_cookie(request, "token") == "Kai’s place is confirmed");
    CHECK_FALSE(success_cookie(request, "another sign-in").has_value());
    request.headers = {{"Cookie", "__Host-waymark_success=planted"}};
    CHECK_FALSE(success_cookie(request, "token").has_value());
    request.headers = {};
    CHECK_FALSE(success_cookie(request, "token").has_value());
}

TEST_CASE("a message longer than a browser keeps is left out, one as long as it keeps is not")
{
    CHECK(set_success_cookie({}, "token", std::string(2500, 'x')).has_value());
    CHECK_FALSE(set_success_cookie({}, "token", std::string(2700, 'x')).has_value());
}
