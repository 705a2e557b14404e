// The handlers of this area's pages.
#pragma once

#include "platform/context.hpp"
#include "platform/http/request.hpp"
#include "platform/http/response.hpp"

namespace waymark::reviews {

[[nodiscard]] Result<Response> show_reviews(const Request&, Context&);
[[nodiscard]] Result<Response> reviews_csv(const Request&, Context&);
[[nodiscard]] Result<Response> show_review(const Request&, Context&);
[[nodiscard]] Result<Response> submit_review(const Request&, Context&);
[[nodiscard]] Result<Response> show_goals(const Request&, Context&);
[[nodiscard]] Result<Response> submit_goal(const Request&, Context&);
[[nodiscard]] Result<Response> api_reviews(const Request&, Context&);


}  // namespace waymark::reviews
