// The handlers of this area's pages.
#pragma once

#include "platform/context.hpp"
#include "platform/http/request.hpp"
#include "platform/http/response.hpp"

namespace waymark::clocks {

[[nodiscard]] Result<Response> show_clocks(const Request&, Context&);
[[nodiscard]] Result<Response> clocks_csv(const Request&, Context&);
[[nodiscard]] Result<Response> show_pupil_clocks(const Request&, Context&);
[[nodiscard]] Result<Response> show_record_fact(const Request&, Context&);
[[nodiscard]] Result<Response> submit_record_fact(const Request&, Context&);
[[nodiscard]] Result<Response> show_record_reason(const Request&, Context&);
[[nodiscard]] Result<Response> submit_record_reason(const Request&, Context&);
[[nodiscard]] Result<Response> show_take_back_fact(const Request&, Context&);
[[nodiscard]] Result<Response> submit_take_back_fact(const Request&, Context&);
[[nodiscard]] Result<Response> show_take_back_reason(const Request&, Context&);
[[nodiscard]] Result<Response> submit_take_back_reason(const Request&, Context&);
[[nodiscard]] Result<Response> api_clocks(const Request&, Context&);
[[nodiscard]] Result<Response> api_pupil_clocks(const Request&, Context&);

}  // namespace waymark::clocks
