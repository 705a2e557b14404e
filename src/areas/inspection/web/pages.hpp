// The handlers of this area, named in routes.cpp.
#pragma once

#include "platform/context.hpp"
#include "platform/http/request.hpp"
#include "platform/http/response.hpp"

namespace waymark::inspection {

Result<Response> show_overview(const Request& request, Context& context);
Result<Response> show_pupils(const Request& request, Context& context);
Result<Response> export_pupils(const Request& request, Context& context);
Result<Response> show_support(const Request& request, Context& context);
Result<Response> export_support(const Request& request, Context& context);
Result<Response> export_providers(const Request& request, Context& context);
Result<Response> api_pupils(const Request& request, Context& context);

}  // namespace waymark::inspection
