// Pages and API of the sharing area, each with its permission and the record it shows.
#include "sharing/web/routes.hpp"

#include "sharing/web/pages.hpp"

namespace waymark::sharing {

std::span<const Route> routes()
{
    using enum Method;
    static constexpr Route table[] = {
        {get, "/audit", Permission::see_audit, show_audit},
        {get, "/audit/export.csv", Permission::see_audit, export_audit},
        {get, "/sharing", Permission::answer_subject_access, show_sharing},
        {get, "/sharing/erasures", Permission::erase_records, show_erasures},
        {get, "/pupils/{pupil}/requests/new", Permission::answer_subject_access, show_new_request, Subject::pupil},
        {post, "/pupils/{pupil}/requests/new", Permission::answer_subject_access, submit_new_request, Subject::pupil},
        {get, "/pupils/{pupil}/requests/{request}", Permission::answer_subject_access, show_request, Subject::pupil},
        {post, "/pupils/{pupil}/requests/{request}/more-time", Permission::answer_subject_access, submit_more_time, Subject::pupil},
        {post, "/pupils/{pupil}/requests/{request}/answer", Permission::answer_subject_access, submit_answer, Subject::pupil},
        {get, "/pupils/{pupil}/copy", Permission::answer_subject_access, show_copy, Subject::pupil},
        {get, "/api/v1/pupils/{pupil}/copy", Permission::answer_subject_access, api_copy, Subject::pupil},
        {get, "/pupils/{pupil}/erase", Permission::erase_records, show_erase, Subject::pupil},
        {post, "/pupils/{pupil}/erase", Permission::erase_records, submit_erase, Subject::pupil},
        {post, "/pupils/{pupil}/hold", Permission::erase_records, submit_hold, Subject::pupil},
        {post, "/pupils/{pupil}/hold/end", Permission::erase_records, submit_end_hold, Subject::pupil},
    };
    return table;
}

}  // namespace waymark::sharing
