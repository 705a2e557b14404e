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

Result<Response> show_calendars(const Request& request, Context& context);
Result<Response> show_calendar(const Request& request, Context& context);
Result<Response> export_calendar(const Request& request, Context& context);
Result<Response> show_half_term(const Request& request, Context& context);
Result<Response> submit_half_term(const Request& request, Context& context);
Result<Response> show_remove_half_term(const Request& request, Context& context);
Result<Response> submit_remove_half_term(const Request& request, Context& context);
Result<Response> submit_copy_of_terms(const Request& request, Context& context);
Result<Response> show_calendar_day(const Request& request, Context& context);
Result<Response> submit_calendar_day(const Request& request, Context& context);
Result<Response> show_remove_calendar_day(const Request& request, Context& context);
Result<Response> submit_remove_calendar_day(const Request& request, Context& context);
Result<Response> show_calendar_import(const Request& request, Context& context);
Result<Response> submit_calendar_file(const Request& request, Context& context);
Result<Response> show_calendar_check(const Request& request, Context& context);
Result<Response> submit_calendar_confirmation(const Request& request, Context& context);

}  // namespace waymark::people
