// Sign-in, one’s own account, everybody’s accounts, drafts and school calendars. Whose calendar one may change: rules/calendar_access.hpp.
#include "people/web/routes.hpp"

#include "people/web/pages.hpp"

namespace waymark::people {

std::span<const Route> routes()
{
    using enum Method;
    static constexpr Route table[] = {
        {get, "/sign-in", Permission::anyone, show_sign_in},
        {post, "/sign-in", Permission::anyone, submit_sign_in},
        {post, "/sign-in/as", Permission::anyone, submit_sign_in_as},
        {get, "/sign-in/code", Permission::anyone, show_sign_in_code},
        {post, "/sign-in/code", Permission::anyone, submit_sign_in_code},
        {get, "/sign-in/authenticator", Permission::anyone, show_sign_in_authenticator},
        {post, "/sign-in/authenticator", Permission::anyone, submit_sign_in_authenticator},
        {get, "/sign-in/authenticator/picture.svg", Permission::anyone, show_sign_in_picture},
        {get, "/sign-in/reset", Permission::anyone, show_ask_for_password},
        {post, "/sign-in/reset", Permission::anyone, submit_ask_for_password},
        {get, "/sign-in/link/{link}", Permission::anyone, show_link},
        {post, "/sign-in/link/{link}", Permission::anyone, submit_link},
        {get, "/sign-in/with/{identity_provider}", Permission::anyone, show_sign_in_elsewhere},
        {get, "/sign-in/with/{identity_provider}/answer", Permission::anyone, show_answer_from_elsewhere},
        {post, "/sign-out", Permission::signed_in, submit_sign_out},
        {get, "/choose-organisation", Permission::signed_in, show_choose_organisation},
        {post, "/choose-organisation", Permission::signed_in, submit_choose_organisation},
        {get, "/account", Permission::signed_in, show_account},
        {get, "/account/password", Permission::signed_in, show_own_password},
        {post, "/account/password", Permission::signed_in, submit_own_password},
        {get, "/account/authenticator", Permission::signed_in, show_authenticator},
        {post, "/account/authenticator", Permission::signed_in, submit_authenticator},
        {get, "/account/authenticator/picture.svg", Permission::signed_in, show_authenticator_picture},
        {get, "/account/authenticator/move", Permission::signed_in, show_moving_authenticator},
        {post, "/account/authenticator/move", Permission::signed_in, submit_moving_authenticator},
        {get, "/account/authenticator/off", Permission::signed_in, show_turning_off_authenticator},
        {post, "/account/authenticator/off", Permission::signed_in, submit_turning_off_authenticator},
        {get, "/account/recovery-codes", Permission::signed_in, show_new_recovery_codes},
        {post, "/account/recovery-codes", Permission::signed_in, submit_new_recovery_codes},
        {get, "/account/sessions", Permission::signed_in, show_own_sign_ins},
        {post, "/account/sessions/end", Permission::signed_in, submit_end_of_sign_in},
        {post, "/account/sessions/end-others", Permission::signed_in, submit_end_of_other_sign_ins},
        {post, "/account/session", Permission::signed_in, submit_stay_signed_in},
        {put, "/drafts/{form}", Permission::signed_in, save_draft_of_form},
        {post, "/drafts/{form}", Permission::signed_in, save_draft_of_form},

        {get, "/admin/users", Permission::manage_users, show_users},
        {get, "/admin/users/new", Permission::manage_users, show_invite},
        {post, "/admin/users/new", Permission::manage_users, submit_invite},
        {get, "/admin/users/authenticator", Permission::manage_users, show_roles_with_authenticator},
        {post, "/admin/users/authenticator", Permission::manage_users, submit_roles_with_authenticator},
        {get, "/admin/users/idle", Permission::manage_users, show_idle_limit},
        {post, "/admin/users/idle", Permission::manage_users, submit_idle_limit},
        {get, "/admin/users/{user}", Permission::manage_users, show_user},
        {post, "/admin/users/{user}/link", Permission::manage_users, submit_user_link},
        {post, "/admin/users/{user}/unlock", Permission::manage_users, submit_user_unlock},
        {post, "/admin/users/{user}/authenticator/remove", Permission::manage_users, submit_user_authenticator_off},
        {post, "/admin/users/{user}/identities/{identity}/remove", Permission::manage_users, submit_user_identity_off},
        {get, "/admin/users/{user}/roles/{membership}/end", Permission::manage_users, show_end_of_role},
        {post, "/admin/users/{user}/roles/{membership}/end", Permission::manage_users, submit_end_of_role},

        {get, "/admin/tokens", Permission::manage_users, show_api_tokens},
        {post, "/admin/tokens/longest", Permission::manage_users, submit_longest_token},
        {get, "/admin/tokens/new", Permission::manage_users, show_new_api_token},
        {post, "/admin/tokens/new", Permission::manage_users, submit_new_api_token},
        {get, "/admin/tokens/{token}", Permission::manage_users, show_api_token},
        {post, "/admin/tokens/{token}/revoke", Permission::manage_users, submit_end_of_api_token},

        {get, "/admin/settings/terms", Permission::see_calendars, show_calendars},
        {get, "/admin/settings/terms/{calendar}", Permission::see_calendars, show_calendar},
        {get, "/admin/settings/terms/{calendar}/export.csv", Permission::see_calendars, export_calendar},
        {post, "/admin/settings/terms/{calendar}/copy", Permission::change_calendars, submit_copy_of_terms},
        {get, "/admin/settings/terms/{calendar}/half-terms/new", Permission::change_calendars, show_half_term},
        {post, "/admin/settings/terms/{calendar}/half-terms/new", Permission::change_calendars, submit_half_term},
        {get, "/admin/settings/terms/{calendar}/half-terms/{half_term}", Permission::change_calendars, show_half_term},
        {post, "/admin/settings/terms/{calendar}/half-terms/{half_term}", Permission::change_calendars, submit_half_term},
        {get, "/admin/settings/terms/{calendar}/half-terms/{half_term}/remove", Permission::change_calendars, show_remove_half_term},
        {post, "/admin/settings/terms/{calendar}/half-terms/{half_term}/remove", Permission::change_calendars, submit_remove_half_term},
        {get, "/admin/settings/terms/{calendar}/days/new", Permission::change_calendars, show_calendar_day},
        {post, "/admin/settings/terms/{calendar}/days/new", Permission::change_calendars, submit_calendar_day},
        {get, "/admin/settings/terms/{calendar}/days/{day}", Permission::change_calendars, show_calendar_day},
        {post, "/admin/settings/terms/{calendar}/days/{day}", Permission::change_calendars, submit_calendar_day},
        {get, "/admin/settings/terms/{calendar}/days/{day}/remove", Permission::change_calendars, show_remove_calendar_day},
        {post, "/admin/settings/terms/{calendar}/days/{day}/remove", Permission::change_calendars, submit_remove_calendar_day},
        {get, "/admin/settings/terms/{calendar}/import", Permission::change_calendars, show_calendar_import},
        {post, "/admin/settings/terms/{calendar}/import", Permission::change_calendars, submit_calendar_file, Subject::none, Takes::files},
        {get, "/admin/settings/terms/{calendar}/import/check", Permission::change_calendars, show_calendar_check},
        {post, "/admin/settings/terms/{calendar}/import/confirmation", Permission::change_calendars, submit_calendar_confirmation},
    };
    return table;
}

}  // namespace waymark::people
