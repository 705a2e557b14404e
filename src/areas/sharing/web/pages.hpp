// The area's pages and API, one function each.
#pragma once

#include "platform/context.hpp"
#include "platform/http/request.hpp"
#include "platform/http/response.hpp"

namespace waymark::sharing {

[[nodiscard]] Result<Response> show_audit(const Request& request, Context& context);
[[nodiscard]] Result<Response> export_audit(const Request& request, Context& context);

[[nodiscard]] Result<Response> show_sharing(const Request& request, Context& context);
[[nodiscard]] Result<Response> show_erasures(const Request& request, Context& context);

[[nodiscard]] Result<Response> show_new_request(const Request& request, Context& context);
[[nodiscard]] Result<Response> submit_new_request(const Request& request, Context& context);
[[nodiscard]] Result<Response> show_request(const Request& request, Context& context);
[[nodiscard]] Result<Response> submit_more_time(const Request& request, Context& context);
[[nodiscard]] Result<Response> submit_answer(const Request& request, Context& context);

[[nodiscard]] Result<Response> show_copy(const Request& request, Context& context);
[[nodiscard]] Result<Response> api_copy(const Request& request, Context& context);

[[nodiscard]] Result<Response> show_erase(const Request& request, Context& context);
[[nodiscard]] Result<Response> submit_erase(const Request& request, Context& context);
[[nodiscard]] Result<Response> submit_hold(const Request& request, Context& context);
[[nodiscard]] Result<Response> submit_end_hold(const Request& request, Context& context);

}  // namespace waymark::sharing
