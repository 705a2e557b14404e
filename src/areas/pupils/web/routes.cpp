// Children: the list, finding before adding, and the record with its parts.
#include "pupils/web/routes.hpp"

#include "pupils/rules/emergency.hpp"
#include "pupils/web/pages.hpp"

namespace waymark::pupils {

std::span<const Route> routes()
{
    using enum Method;
    static constexpr Route table[] = {
        {get, "/pupils", Permission::see_pupils, show_list},
        {get, "/pupils/export.csv", Permission::see_pupils, export_list},
        {get, "/pupils/match", Permission::create_pupils, show_match},
        {get, "/pupils/new", Permission::create_pupils, show_new},
        {post, "/pupils/new", Permission::create_pupils, submit_new},
        {post, "/pupils/match", Permission::create_pupils, ask_for_access},
        {get, "/pupils/{pupil}", Permission::see_pupils, show_pupil, Subject::pupil},
        {get, "/pupils/{pupil}/timeline", Permission::see_pupils, show_timeline, Subject::pupil},
        {get, "/pupils/{pupil}/people", Permission::see_pupils, show_people, Subject::pupil},
        {post, "/pupils/{pupil}/people", Permission::edit_pupils, submit_contact, Subject::pupil},
        {get, "/pupils/{pupil}/people/{contact}/restriction", Permission::edit_pupils, show_restriction, Subject::pupil},
        {post, "/pupils/{pupil}/people/{contact}/restriction", Permission::edit_pupils, submit_restriction, Subject::pupil},
        {post, "/pupils/{pupil}/people/{contact}/restriction/end", Permission::edit_pupils, submit_restriction_end, Subject::pupil},
        {get, "/pupils/{pupil}/sen", Permission::see_pupils, show_sen, Subject::pupil},
        {post, "/pupils/{pupil}/sen", Permission::edit_pupils, submit_sen, Subject::pupil},
        {get, "/pupils/{pupil}/exclusions", Permission::see_pupils, show_exclusions, Subject::pupil},
        {post, "/pupils/{pupil}/exclusions", Permission::edit_pupils, submit_exclusion, Subject::pupil},
        {get, "/pupils/{pupil}/exclusions/{exclusion}", Permission::edit_pupils, show_exclusion, Subject::pupil},
        {post, "/pupils/{pupil}/exclusions/{exclusion}", Permission::edit_pupils, submit_exclusion_change, Subject::pupil},
        {get, emergency_page, Permission::see_pupils, show_emergency_look, Subject::pupil},
        {get, "/pupils/{pupil}/notes", Permission::see_pupils, show_notes, Subject::pupil},
        {get, "/pupils/{pupil}/notes/new", Permission::edit_pupils, show_new_note, Subject::pupil},
        {post, "/pupils/{pupil}/notes/new", Permission::edit_pupils, submit_note, Subject::pupil},
        {get, "/pupils/{pupil}/notes/{note}", Permission::see_pupils, show_note, Subject::pupil},
        {get, "/emergency-access", Permission::see_pupils, show_emergency_access},
        {post, "/emergency-access", Permission::see_pupils, submit_emergency_access},
        // Who may end and review one of them: the actions, which let commissioners only.
        {get, "/emergency-access/reviews", Permission::see_pupil_access, show_emergency_reviews},
        {get, "/emergency-access/reviews/{emergency_access}", Permission::see_pupil_access, show_emergency_review},
        {post, "/emergency-access/reviews/{emergency_access}", Permission::see_pupil_access, submit_emergency_review},
        {post, "/emergency-access/reviews/{emergency_access}/end", Permission::see_pupil_access, submit_emergency_end},
        {get, "/emergency-access/hours", Permission::change_settings, show_emergency_hours},
        {post, "/emergency-access/hours", Permission::change_settings, submit_emergency_hours},
        {get, "/pupils/{pupil}/access", Permission::see_pupil_access, show_access, Subject::pupil},
        {get, "/api/v1/pupils", Permission::see_pupils, api_list},
        {get, "/api/v1/pupils/{pupil}", Permission::see_pupils, api_pupil, Subject::pupil},
    };
    return table;
}

}  // namespace waymark::pupils
