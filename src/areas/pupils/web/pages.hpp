// What the routes of the pupils area are answered by.
#pragma once

#include "platform/context.hpp"
#include "platform/http/request.hpp"
#include "platform/http/response.hpp"

namespace waymark::pupils {

Result<Response> show_list(const Request& request, Context& context);
Result<Response> export_list(const Request& request, Context& context);
Result<Response> show_match(const Request& request, Context& context);
Result<Response> show_new(const Request& request, Context& context);
Result<Response> submit_new(const Request& request, Context& context);
Result<Response> ask_for_access(const Request& request, Context& context);
Result<Response> show_pupil(const Request& request, Context& context);
Result<Response> show_timeline(const Request& request, Context& context);
Result<Response> show_people(const Request& request, Context& context);
Result<Response> submit_contact(const Request& request, Context& context);
Result<Response> show_sen(const Request& request, Context& context);
Result<Response> submit_sen(const Request& request, Context& context);
Result<Response> show_exclusions(const Request& request, Context& context);
Result<Response> submit_exclusion(const Request& request, Context& context);
Result<Response> show_exclusion(const Request& request, Context& context);
Result<Response> submit_exclusion_change(const Request& request, Context& context);
Result<Response> show_access(const Request& request, Context& context);
Result<Response> show_restriction(const Request& request, Context& context);
Result<Response> submit_restriction(const Request& request, Context& context);
Result<Response> submit_restriction_end(const Request& request, Context& context);
Result<Response> show_notes(const Request& request, Context& context);
Result<Response> show_new_note(const Request& request, Context& context);
Result<Response> submit_note(const Request& request, Context& context);
Result<Response> show_note(const Request& request, Context& context);
Result<Response> show_emergency_access(const Request& request, Context& context);
Result<Response> submit_emergency_access(const Request& request, Context& context);
Result<Response> show_emergency_look(const Request& request, Context& context);
Result<Response> show_emergency_reviews(const Request& request, Context& context);
Result<Response> show_emergency_review(const Request& request, Context& context);
Result<Response> submit_emergency_review(const Request& request, Context& context);
Result<Response> submit_emergency_end(const Request& request, Context& context);
Result<Response> show_emergency_hours(const Request& request, Context& context);
Result<Response> submit_emergency_hours(const Request& request, Context& context);
Result<Response> api_list(const Request& request, Context& context);
Result<Response> api_pupil(const Request& request, Context& context);

}  // namespace waymark::pupils
