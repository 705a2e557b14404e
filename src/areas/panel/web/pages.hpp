// What the routes of the panel are answered by.
#pragma once

#include "platform/context.hpp"
#include "platform/http/request.hpp"
#include "platform/http/response.hpp"

namespace waymark::panel {

Result<Response> show_panels(const Request& request, Context& context);
Result<Response> show_new_panel(const Request& request, Context& context);
Result<Response> submit_new_panel(const Request& request, Context& context);
Result<Response> show_panel(const Request& request, Context& context);
Result<Response> submit_member(const Request& request, Context& context);
Result<Response> submit_member_end(const Request& request, Context& context);

Result<Response> show_meetings(const Request& request, Context& context);
Result<Response> show_new_meeting(const Request& request, Context& context);
Result<Response> submit_new_meeting(const Request& request, Context& context);

Result<Response> show_meeting(const Request& request, Context& context);
Result<Response> submit_add_all_ready(const Request& request, Context& context);
Result<Response> submit_agenda_item(const Request& request, Context& context);
Result<Response> submit_move(const Request& request, Context& context);
Result<Response> submit_publication(const Request& request, Context& context);
Result<Response> show_papers(const Request& request, Context& context);

Result<Response> show_run(const Request& request, Context& context);
Result<Response> submit_attendance(const Request& request, Context& context);
Result<Response> submit_conflict(const Request& request, Context& context);
Result<Response> submit_deferral(const Request& request, Context& context);

Result<Response> show_decide(const Request& request, Context& context);
Result<Response> submit_decision(const Request& request, Context& context);
Result<Response> api_decide(const Request& request, Context& context);
Result<Response> show_decision(const Request& request, Context& context);
Result<Response> show_supersede(const Request& request, Context& context);
Result<Response> submit_supersede(const Request& request, Context& context);

Result<Response> show_letters(const Request& request, Context& context);
Result<Response> show_letter(const Request& request, Context& context);
Result<Response> submit_letter(const Request& request, Context& context);
Result<Response> submit_letter_sent(const Request& request, Context& context);

}  // namespace waymark::panel
