// The one table that turns a problem into a status and a page, or JSON for machines.
#pragma once

#include <string_view>

#include "foundation/result.hpp"
#include "platform/context.hpp"
#include "platform/http/request.hpp"
#include "platform/http/response.hpp"

namespace waymark::app {

/// invalid, refused 422 · not_found 404 · forbidden 403 (401 when signed out) · stale 409.
[[nodiscard]] int status_of(const Problems& problems, const Who& who);
[[nodiscard]] Response problem_response(const Problems& problems, const Request& request, const Who& who);
[[nodiscard]] Response method_not_allowed(const Request& request, std::string_view allowed);

/// 429: a program asked too often.
[[nodiscard]] Response too_many_requests(const Request& request);

/// The world failed (503, database) or we were wrong (500). Needs neither database nor sign-in.
[[nodiscard]] Response failure_response(int status, const Request& request);

}  // namespace waymark::app
