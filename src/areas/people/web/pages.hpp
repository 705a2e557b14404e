// What the routes of the people area are answered by.
#pragma once

#include "platform/context.hpp"
#include "platform/http/request.hpp"
#include "platform/http/response.hpp"

namespace waymark::people {

Result<Response> show_sign_in(const Request& request, Context& context);
Result<Response> submit_sign_in(const Request& request, Context& context);
Result<Response> submit_sign_in_as(const Request& request, Context& context);
Result<Response> submit_sign_out(const Request& request, Context& context);

Result<Response> show_choose_organisation(const Request& request, Context& context);
Result<Response> submit_choose_organisation(const Request& request, Context& context);
Result<Response> show_account(const Request& request, Context& context);

Result<Response> save_draft_of_form(const Request& request, Context& context);

}  // namespace waymark::people
