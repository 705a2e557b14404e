// Sign-in, account, drafts and school calendars. Whose calendar one may change: rules/calendar_access.hpp.
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
        {post, "/sign-out", Permission::signed_in, submit_sign_out},
        {get, "/choose-organisation", Permission::signed_in, show_choose_organisation},
        {post, "/choose-organisation", Permission::signed_in, submit_choose_organisation},
        {get, "/account", Permission::signed_in, show_account},
        {put, "/drafts/{form}", Permission::signed_in, save_draft_of_form},
        {post, "/drafts/{form}", Permission::signed_in, save_draft_of_form},

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
        {post, "/admin/settings/terms/{calendar}/import", Permission::change_calendars, submit_calendar_file},
        {get, "/admin/settings/terms/{calendar}/import/check", Permission::change_calendars, show_calendar_check},
        {post, "/admin/settings/terms/{calendar}/import/confirmation", Permission::change_calendars, submit_calendar_confirmation},
    };
    return table;
}

}  // namespace waymark::people
