// All routes of this area, each with its permission and the record it names.
#include "placements/web/routes.hpp"

#include "placements/web/pages.hpp"

namespace waymark::placements {

std::span<const Route> routes()
{
    using enum Method;
    static constexpr Route table[] = {
        {get, "/waiting", Permission::see_shortlist, show_waiting},
        {get, "/pupils/{pupil}/shortlist", Permission::see_shortlist, show_shortlist, Subject::pupil},
        {get, "/pupils/{pupil}/shortlist/aside", Permission::make_offers, show_aside, Subject::pupil},
        {post, "/pupils/{pupil}/shortlist/aside", Permission::make_offers, submit_aside, Subject::pupil},
        {get, "/pupils/{pupil}/offers/new", Permission::make_offers, show_new_offers, Subject::pupil},
        {post, "/pupils/{pupil}/offers/new", Permission::make_offers, submit_new_offers, Subject::pupil},
        {get, "/pupils/{pupil}/week", Permission::see_placements, show_week, Subject::pupil},

        {get, "/offers", Permission::see_offers, show_offers},
        {get, "/offers/{offer}", Permission::see_offers, show_offer, Subject::offer},
        {post, "/offers/{offer}/acceptance", Permission::answer_offers, submit_acceptance, Subject::offer},
        {get, "/offers/{offer}/decline", Permission::answer_offers, show_decline, Subject::offer},
        {post, "/offers/{offer}/decline", Permission::answer_offers, submit_decline, Subject::offer},
        {get, "/offers/{offer}/question", Permission::answer_offers, show_question, Subject::offer},
        {post, "/offers/{offer}/question", Permission::answer_offers, submit_question, Subject::offer},
        {post, "/offers/{offer}/question-answer", Permission::make_offers, submit_question_answer, Subject::offer},
        {post, "/offers/{offer}/withdrawal", Permission::make_offers, submit_withdrawal, Subject::offer},

        {get, "/placements", Permission::see_placements, show_placements},
        {get, "/placements/export.csv", Permission::see_placements, export_placements},
        {get, "/placements/new", Permission::manage_placements, show_new_placement},
        {post, "/placements/new", Permission::manage_placements, submit_new_placement},
        {get, "/placements/{placement}", Permission::see_placements, show_placement, Subject::placement},
        {get, "/placements/{placement}/before-day-one", Permission::see_placements, show_before_day_one, Subject::placement},
        {post, "/placements/{placement}/before-day-one", Permission::give_confirmations, submit_before_day_one, Subject::placement},
        {get, "/placements/{placement}/start", Permission::manage_placements, show_start, Subject::placement},
        {post, "/placements/{placement}/start", Permission::manage_placements, submit_start, Subject::placement},
        {get, "/placements/{placement}/change", Permission::manage_placements, show_change, Subject::placement},
        {post, "/placements/{placement}/change", Permission::manage_placements, submit_change, Subject::placement},
        {get, "/placements/{placement}/extend", Permission::manage_placements, show_extension, Subject::placement},
        {post, "/placements/{placement}/extend", Permission::manage_placements, submit_extension, Subject::placement},
        {get, "/placements/{placement}/end", Permission::manage_placements, show_end, Subject::placement},
        {post, "/placements/{placement}/end", Permission::manage_placements, submit_end, Subject::placement},

        {get, "/registration", Permission::watch_registration, show_registration_watch},
        {get, "/registration/export.csv", Permission::watch_registration, export_registration_watch},
        {get, "/providers/{provider}/registration", Permission::watch_registration, show_registration},
        {get, "/providers/{provider}/registration/declaration", Permission::edit_providers, show_declaration},
        {post, "/providers/{provider}/registration/declaration", Permission::edit_providers, submit_declaration},
        {get, "/providers/{provider}/registration/report", Permission::approve_provider_changes, show_registration_report},
        {post, "/providers/{provider}/registration/report", Permission::approve_provider_changes, submit_registration_report},

        {get, "/api/v1/registration", Permission::watch_registration, api_registration},
        {get, "/api/v1/placements", Permission::see_placements, api_placements},
        {get, "/api/v1/placements/{placement}", Permission::see_placements, api_placement, Subject::placement},
        {get, "/api/v1/offers", Permission::see_offers, api_offers},
        {get, "/api/v1/offers/{offer}", Permission::see_offers, api_offer, Subject::offer},
    };
    return table;
}

}  // namespace waymark::placements
