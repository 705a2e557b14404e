// The cookies of the service, all essential: who is signed in, the form token of somebody who is not yet, who has gone to sign in elsewhere, and which
// browser somebody has signed in with before; and the one message that the next page shows.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "platform/http/request.hpp"

namespace waymark::access {

/// The sign-in's token, if the browser sent one.
[[nodiscard]] std::optional<std::string_view> session_cookie(const Request& request);
/// Set-Cookie values. Over TLS the name starts with `__Host-`, so that no other host or path can plant one.
[[nodiscard]] std::string set_session_cookie(const Request& request, std::string_view token);
[[nodiscard]] std::string clear_session_cookie(const Request& request);

/// A visitor's random mark, from which the token of forms before sign-in is made.
[[nodiscard]] std::optional<std::string_view> visitor_cookie(const Request& request);
[[nodiscard]] std::string set_visitor_cookie(const Request& request, std::string_view mark);
/// The form token that belongs to that mark.
[[nodiscard]] std::string visitor_csrf_token(std::string_view mark);

/// The secret of somebody who has gone to sign in with an account elsewhere, until they are back.
[[nodiscard]] std::optional<std::string_view> elsewhere_cookie(const Request& request);
[[nodiscard]] std::string set_elsewhere_cookie(const Request& request, std::string_view secret);
[[nodiscard]] std::string clear_elsewhere_cookie(const Request& request);

/// The secret of a family's visit by the link with that token, one cookie for each link: brothers and sisters have their own.
[[nodiscard]] std::optional<std::string_view> family_cookie(const Request& request, std::string_view link_token);
[[nodiscard]] std::string set_family_cookie(const Request& request, std::string_view link_token, std::string_view secret);
[[nodiscard]] std::string clear_family_cookie(const Request& request, std::string_view link_token);

/// By which a browser is known to those who have signed in there before. It opens nothing: their tries are counted apart from a stranger's.
[[nodiscard]] std::optional<std::string_view> known_browser_cookie(const Request& request);
[[nodiscard]] std::string set_known_browser_cookie(const Request& request, std::string_view token, std::chrono::seconds known_for);

/// The message that the next page shows once, sealed for that sign-in: no other browser and no other sign-in can read or make one.
[[nodiscard]] std::optional<std::string> success_cookie(const Request& request, std::string_view session_token);
/// Set-Cookie; none when the message is longer than a browser keeps.
[[nodiscard]] std::optional<std::string> set_success_cookie(const Request& request, std::string_view session_token, std::string_view message);
[[nodiscard]] std::string clear_success_cookie(const Request& request);

/// The field that every posted form carries; ui::form writes it under the same name.
inline constexpr std::string_view csrf_field = "csrf_token";
/// The form field that is another at each showing of a page (app/send_once.hpp).
inline constexpr std::string_view send_key_field = "send_key";
/// The form token that a request carries: the header X-CSRF-Token of scripts, else the form field `csrf_token`.
[[nodiscard]] std::string sent_csrf_token(const Request& request);

/// `next` when it is a path of this service, such as "/work?day=today"; otherwise `otherwise`. Refuses every way to another host.
[[nodiscard]] std::string local_path_or(std::string_view next, std::string_view otherwise);

}  // namespace waymark::access
