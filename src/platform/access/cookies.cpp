// SameSite=Lax: links from e-mails arrive signed in; forms of other sites do not.
#include "platform/access/cookies.hpp"

#include <algorithm>

#include "platform/access/sealing.hpp"
#include "platform/access/token.hpp"

namespace waymark::access {
namespace {

std::string cookie_name(const Request& request, std::string_view plain)
{
    return request.secure ? "__Host-" + std::string{plain} : std::string{plain};
}

constexpr std::size_t token_bytes_max = 100;
constexpr std::size_t message_bytes_max = 3500;  // a browser keeps 4,096 of a cookie, its name and attributes included

std::optional<std::string_view> cookie(const Request& request, std::string_view plain, std::size_t bytes_max = token_bytes_max)
{
    const auto value = request.cookie(cookie_name(request, plain));
    return value && !value->empty() && value->size() <= bytes_max ? value : std::nullopt;
}

std::string bound_to(std::string_view session_token) { return "success of " + token_hash(session_token); }

std::string set_cookie(const Request& request, std::string_view plain, std::string_view value)
{
    return cookie_name(request, plain) + "=" + std::string{value} + "; Path=/; HttpOnly; SameSite=Lax" + (request.secure ? "; Secure" : "");
}

/// Of the link's hash: the name of a cookie is no secret.
std::string family_name(std::string_view link_token) { return "waymark_family_" + token_hash(link_token).substr(0, 16); }

constexpr std::string_view session = "waymark_session";
constexpr std::string_view visitor = "waymark_visitor";
constexpr std::string_view elsewhere = "waymark_elsewhere";
constexpr std::string_view known_browser = "waymark_browser";
constexpr std::string_view success = "waymark_success";

}  // namespace

std::optional<std::string_view> session_cookie(const Request& request) { return cookie(request, session); }

std::string set_session_cookie(const Request& request, std::string_view token) { return set_cookie(request, session, token); }

std::string clear_session_cookie(const Request& request) { return set_cookie(request, session, "") + "; Max-Age=0"; }

std::optional<std::string_view> visitor_cookie(const Request& request) { return cookie(request, visitor); }

std::string set_visitor_cookie(const Request& request, std::string_view mark) { return set_cookie(request, visitor, mark); }

std::optional<std::string_view> elsewhere_cookie(const Request& request) { return cookie(request, elsewhere); }

std::string set_elsewhere_cookie(const Request& request, std::string_view secret) { return set_cookie(request, elsewhere, secret) + "; Max-Age=900"; }

std::string clear_elsewhere_cookie(const Request& request) { return set_cookie(request, elsewhere, "") + "; Max-Age=0"; }

std::optional<std::string_view> family_cookie(const Request& request, std::string_view link_token) { return cookie(request, family_name(link_token)); }

std::string set_family_cookie(const Request& request, std::string_view link_token, std::string_view secret) { return set_cookie(request, family_name(link_token), secret); }

std::string clear_family_cookie(const Request& request, std::string_view link_token) { return set_cookie(request, family_name(link_token), "") + "; Max-Age=0"; }

std::optional<std::string_view> known_browser_cookie(const Request& request) { return cookie(request, known_browser); }

std::string set_known_browser_cookie(const Request& request, std::string_view token, std::chrono::seconds known_for)
{
    return set_cookie(request, known_browser, token) + "; Max-Age=" + std::to_string(known_for.count());
}

std::optional<std::string> success_cookie(const Request& request, std::string_view session_token)
{
    const auto sealed = cookie(request, success, message_bytes_max);
    return sealed ? unseal(*sealed, bound_to(session_token)) : std::nullopt;
}

std::optional<std::string> set_success_cookie(const Request& request, std::string_view session_token, std::string_view message)
{
    const auto sealed = seal(message, bound_to(session_token));
    if (sealed.size() > message_bytes_max) return std::nullopt;
    return set_cookie(request, success, sealed) + "; Max-Age=600";
}

std::string clear_success_cookie(const Request& request) { return set_cookie(request, success, "") + "; Max-Age=0"; }

std::string visitor_csrf_token(std::string_view mark) { return token_hash("visitor's form " + std::string{mark}); }

std::string sent_csrf_token(const Request& request)
{
    if (const auto sent = request.header("x-csrf-token"); !sent.empty()) return std::string{sent};
    return std::string{request.form().value(csrf_field)};
}

std::string local_path_or(std::string_view next, std::string_view otherwise)
{
    // "//host", "/\host" and control characters (which browsers drop) all lead elsewhere.
    const bool is_local = next.starts_with('/') && !next.starts_with("//") && next.size() <= 2000 &&
                          std::ranges::all_of(next, [](char letter) { return letter > 0x20 && letter < 0x7F && letter != '\\'; });
    return std::string{is_local ? next : otherwise};
}

}  // namespace waymark::access
