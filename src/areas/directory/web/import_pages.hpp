// What the routes of imports are answered by: web/import_page.cpp.
#pragma once

#include "platform/context.hpp"
#include "platform/http/request.hpp"
#include "platform/http/response.hpp"

namespace waymark::directory {

Result<Response> show_imports(const Request& request, Context& context);
Result<Response> download_empty_sheet(const Request& request, Context& context);
Result<Response> submit_sheet(const Request& request, Context& context);
Result<Response> show_import(const Request& request, Context& context);
Result<Response> submit_confirmation(const Request& request, Context& context);
Result<Response> submit_undo(const Request& request, Context& context);

}  // namespace waymark::directory
