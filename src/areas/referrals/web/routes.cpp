// Referrals: list, draft, record, triage, questions.
#include "referrals/web/routes.hpp"

#include "referrals/web/pages.hpp"

namespace waymark::referrals {

std::span<const Route> routes()
{
    using enum Method;
    static constexpr Route table[] = {
        {get, "/referrals", Permission::see_referrals, show_list},
        {get, "/referrals/export.csv", Permission::see_referrals, export_list},
        {get, "/referrals/new", Permission::write_referrals, show_start},
        {post, "/referrals/new", Permission::write_referrals, submit_start},
        {get, "/referrals/{referral}", Permission::see_referrals, show_referral, Subject::referral},
        {get, "/referrals/{referral}/check", Permission::write_referrals, show_check, Subject::referral},
        {post, "/referrals/{referral}/send", Permission::write_referrals, submit_send, Subject::referral},
        {get, "/referrals/{referral}/withdraw", Permission::write_referrals, show_withdraw, Subject::referral},
        {post, "/referrals/{referral}/withdraw", Permission::write_referrals, submit_withdraw, Subject::referral},
        {get, "/referrals/{referral}/triage", Permission::triage_referrals, show_triage, Subject::referral},
        {post, "/referrals/{referral}/triage", Permission::triage_referrals, submit_triage, Subject::referral},
        {get, "/referrals/{referral}/questions", Permission::see_referrals, show_questions, Subject::referral},
        {post, "/referrals/{referral}/questions", Permission::write_referrals, submit_answer, Subject::referral},
        {get, "/referrals/{referral}/{section}", Permission::write_referrals, show_section, Subject::referral},
        {post, "/referrals/{referral}/{section}", Permission::write_referrals, submit_section, Subject::referral, Takes::files},
        {get, "/documents/{document}", Permission::see_referrals, download_document, Subject::document},
        {get, "/api/v1/referrals", Permission::see_referrals, api_list},
        {get, "/api/v1/referrals/{referral}", Permission::see_referrals, api_referral, Subject::referral},
    };
    return table;
}

}  // namespace waymark::referrals
