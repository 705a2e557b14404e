// The public pages of words.
#pragma once

#include "platform/context.hpp"
#include "platform/http/request.hpp"
#include "platform/http/response.hpp"

namespace waymark::app {

Result<Response> show_front_door(const Request& request, Context& context);
Result<Response> show_help(const Request& request, Context& context);
Result<Response> show_accessibility(const Request& request, Context& context);
Result<Response> show_privacy(const Request& request, Context& context);
Result<Response> show_cookies(const Request& request, Context& context);

}  // namespace waymark::app
