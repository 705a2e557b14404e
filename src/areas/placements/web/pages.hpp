// The handlers of this area, named in routes.cpp.
#pragma once

#include "platform/context.hpp"
#include "platform/http/request.hpp"
#include "platform/http/response.hpp"

namespace waymark::placements {

Result<Response> show_shortlist(const Request& request, Context& context);
Result<Response> show_aside(const Request& request, Context& context);
Result<Response> submit_aside(const Request& request, Context& context);
Result<Response> show_waiting(const Request& request, Context& context);

Result<Response> show_new_offers(const Request& request, Context& context);
Result<Response> submit_new_offers(const Request& request, Context& context);
Result<Response> show_offers(const Request& request, Context& context);
Result<Response> show_offer(const Request& request, Context& context);
Result<Response> submit_acceptance(const Request& request, Context& context);
Result<Response> show_decline(const Request& request, Context& context);
Result<Response> submit_decline(const Request& request, Context& context);
Result<Response> show_question(const Request& request, Context& context);
Result<Response> submit_question(const Request& request, Context& context);
Result<Response> submit_question_answer(const Request& request, Context& context);
Result<Response> submit_withdrawal(const Request& request, Context& context);

Result<Response> show_placements(const Request& request, Context& context);
Result<Response> export_placements(const Request& request, Context& context);
Result<Response> show_placement(const Request& request, Context& context);
Result<Response> show_before_day_one(const Request& request, Context& context);
Result<Response> submit_before_day_one(const Request& request, Context& context);
Result<Response> show_start(const Request& request, Context& context);
Result<Response> submit_start(const Request& request, Context& context);
Result<Response> show_change(const Request& request, Context& context);
Result<Response> submit_change(const Request& request, Context& context);
Result<Response> show_extension(const Request& request, Context& context);
Result<Response> submit_extension(const Request& request, Context& context);
Result<Response> show_end(const Request& request, Context& context);
Result<Response> submit_end(const Request& request, Context& context);
Result<Response> show_new_placement(const Request& request, Context& context);
Result<Response> submit_new_placement(const Request& request, Context& context);
Result<Response> show_week(const Request& request, Context& context);

Result<Response> show_registration_watch(const Request& request, Context& context);
Result<Response> export_registration_watch(const Request& request, Context& context);
Result<Response> show_registration(const Request& request, Context& context);
Result<Response> show_declaration(const Request& request, Context& context);
Result<Response> submit_declaration(const Request& request, Context& context);
Result<Response> show_registration_report(const Request& request, Context& context);
Result<Response> submit_registration_report(const Request& request, Context& context);
Result<Response> api_registration(const Request& request, Context& context);

Result<Response> api_placements(const Request& request, Context& context);
Result<Response> api_placement(const Request& request, Context& context);
Result<Response> api_offers(const Request& request, Context& context);
Result<Response> api_offer(const Request& request, Context& context);

}  // namespace waymark::placements
