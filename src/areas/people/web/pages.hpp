// What the routes of the people area are answered by.
#pragma once

#include "platform/context.hpp"
#include "platform/http/request.hpp"
#include "platform/http/response.hpp"

namespace waymark::people {

Result<Response> show_sign_in(const Request& request, Context& context);
Result<Response> submit_sign_in(const Request& request, Context& context);
Result<Response> submit_sign_in_as(const Request& request, Context& context);
Result<Response> show_sign_in_code(const Request& request, Context& context);
Result<Response> submit_sign_in_code(const Request& request, Context& context);
Result<Response> show_sign_in_authenticator(const Request& request, Context& context);
Result<Response> submit_sign_in_authenticator(const Request& request, Context& context);
Result<Response> show_sign_in_picture(const Request& request, Context& context);
Result<Response> show_ask_for_password(const Request& request, Context& context);
Result<Response> submit_ask_for_password(const Request& request, Context& context);
Result<Response> show_link(const Request& request, Context& context);
Result<Response> submit_link(const Request& request, Context& context);
Result<Response> show_sign_in_elsewhere(const Request& request, Context& context);
Result<Response> show_answer_from_elsewhere(const Request& request, Context& context);
Result<Response> submit_sign_out(const Request& request, Context& context);

Result<Response> show_choose_organisation(const Request& request, Context& context);
Result<Response> submit_choose_organisation(const Request& request, Context& context);
Result<Response> show_account(const Request& request, Context& context);
Result<Response> show_own_password(const Request& request, Context& context);
Result<Response> submit_own_password(const Request& request, Context& context);
Result<Response> show_authenticator(const Request& request, Context& context);
Result<Response> submit_authenticator(const Request& request, Context& context);
Result<Response> show_authenticator_picture(const Request& request, Context& context);
Result<Response> show_moving_authenticator(const Request& request, Context& context);
Result<Response> submit_moving_authenticator(const Request& request, Context& context);
Result<Response> show_turning_off_authenticator(const Request& request, Context& context);
Result<Response> submit_turning_off_authenticator(const Request& request, Context& context);
Result<Response> show_new_recovery_codes(const Request& request, Context& context);
Result<Response> submit_new_recovery_codes(const Request& request, Context& context);
Result<Response> show_own_sign_ins(const Request& request, Context& context);
Result<Response> submit_end_of_sign_in(const Request& request, Context& context);
Result<Response> submit_end_of_other_sign_ins(const Request& request, Context& context);
Result<Response> submit_stay_signed_in(const Request& request, Context& context);

Result<Response> show_users(const Request& request, Context& context);
Result<Response> show_invite(const Request& request, Context& context);
Result<Response> submit_invite(const Request& request, Context& context);
Result<Response> show_idle_limit(const Request& request, Context& context);
Result<Response> submit_idle_limit(const Request& request, Context& context);
Result<Response> show_roles_with_authenticator(const Request& request, Context& context);
Result<Response> submit_roles_with_authenticator(const Request& request, Context& context);
Result<Response> show_user(const Request& request, Context& context);
Result<Response> submit_user_link(const Request& request, Context& context);
Result<Response> submit_user_unlock(const Request& request, Context& context);
Result<Response> submit_user_authenticator_off(const Request& request, Context& context);
Result<Response> submit_user_identity_off(const Request& request, Context& context);
Result<Response> show_end_of_role(const Request& request, Context& context);
Result<Response> submit_end_of_role(const Request& request, Context& context);

Result<Response> show_api_tokens(const Request& request, Context& context);
Result<Response> submit_longest_token(const Request& request, Context& context);
Result<Response> show_new_api_token(const Request& request, Context& context);
Result<Response> submit_new_api_token(const Request& request, Context& context);
Result<Response> show_api_token(const Request& request, Context& context);
Result<Response> submit_end_of_api_token(const Request& request, Context& context);

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
