// The handlers of each user's front page.
#pragma once

#include "platform/context.hpp"
#include "platform/http/request.hpp"
#include "platform/http/response.hpp"

namespace waymark::home {

[[nodiscard]] Result<Response> show_work(const Request&, Context&);
[[nodiscard]] Result<Response> show_task(const Request&, Context&);
[[nodiscard]] Result<Response> submit_task(const Request&, Context&);
[[nodiscard]] Result<Response> show_search(const Request&, Context&);

}  // namespace waymark::home
