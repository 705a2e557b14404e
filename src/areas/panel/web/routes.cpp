// Panels, meetings, decisions and letters, each path with the permission beside it.
#include "panel/web/routes.hpp"

#include "panel/web/pages.hpp"

namespace waymark::panel {

std::span<const Route> routes()
{
    using enum Method;
    static constexpr Route table[] = {
        {get, "/panels", Permission::see_panels, show_panels},
        {get, "/panels/new", Permission::run_panels, show_new_panel},
        {post, "/panels/new", Permission::run_panels, submit_new_panel},
        {get, "/panels/{panel}", Permission::see_panels, show_panel},
        {post, "/panels/{panel}/members", Permission::run_panels, submit_member},
        {post, "/panels/{panel}/members/{member}/end", Permission::run_panels, submit_member_end},

        {get, "/meetings", Permission::see_panels, show_meetings},
        {get, "/meetings/new", Permission::run_panels, show_new_meeting},
        {post, "/meetings/new", Permission::run_panels, submit_new_meeting},
        {get, "/meetings/{meeting}", Permission::see_panels, show_meeting},
        {post, "/meetings/{meeting}/agenda/all-ready", Permission::run_panels, submit_add_all_ready},
        {post, "/meetings/{meeting}/agenda", Permission::run_panels, submit_agenda_item},
        {post, "/meetings/{meeting}/agenda/{item}/move", Permission::run_panels, submit_move},
        {post, "/meetings/{meeting}/publication", Permission::run_panels, submit_publication},
        {get, "/meetings/{meeting}/papers", Permission::see_panels, show_papers},

        {get, "/meetings/{meeting}/run", Permission::run_panels, show_run},
        {post, "/meetings/{meeting}/attendance", Permission::run_panels, submit_attendance},
        {post, "/meetings/{meeting}/agenda/{item}/conflict", Permission::run_panels, submit_conflict},
        {post, "/meetings/{meeting}/agenda/{item}/deferral", Permission::run_panels, submit_deferral},

        {get, "/referrals/{referral}/decision", Permission::decide_referrals, show_decide, Subject::referral},
        {post, "/referrals/{referral}/decision", Permission::decide_referrals, submit_decision, Subject::referral},
        {post, "/api/v1/referrals/{referral}/decision", Permission::decide_referrals, api_decide, Subject::referral},
        {get, "/decisions/{decision}", Permission::see_referrals, show_decision, Subject::decision},
        {get, "/decisions/{decision}/supersede", Permission::decide_referrals, show_supersede, Subject::decision},
        {post, "/decisions/{decision}/supersede", Permission::decide_referrals, submit_supersede, Subject::decision},

        {get, "/letters", Permission::send_letters, show_letters},
        {get, "/decisions/{decision}/letter/{to}", Permission::send_letters, show_letter, Subject::decision},
        {post, "/decisions/{decision}/letter/{to}", Permission::send_letters, submit_letter, Subject::decision},
        {post, "/decisions/{decision}/letter/{to}/sent", Permission::send_letters, submit_letter_sent, Subject::decision},
    };
    return table;
}

}  // namespace waymark::panel
