// What the routes of the referrals area are answered by.
#pragma once

#include "platform/context.hpp"
#include "platform/http/request.hpp"
#include "platform/http/response.hpp"

namespace waymark::referrals {

Result<Response> show_list(const Request& request, Context& context);
Result<Response> export_list(const Request& request, Context& context);
Result<Response> show_start(const Request& request, Context& context);
Result<Response> submit_start(const Request& request, Context& context);
Result<Response> show_referral(const Request& request, Context& context);
Result<Response> show_section(const Request& request, Context& context);
Result<Response> submit_section(const Request& request, Context& context);
Result<Response> show_check(const Request& request, Context& context);
Result<Response> submit_send(const Request& request, Context& context);
Result<Response> show_withdraw(const Request& request, Context& context);
Result<Response> submit_withdraw(const Request& request, Context& context);
Result<Response> show_triage(const Request& request, Context& context);
Result<Response> submit_triage(const Request& request, Context& context);
Result<Response> show_questions(const Request& request, Context& context);
Result<Response> submit_answer(const Request& request, Context& context);
Result<Response> download_document(const Request& request, Context& context);
Result<Response> api_list(const Request& request, Context& context);
Result<Response> api_referral(const Request& request, Context& context);

}  // namespace waymark::referrals
