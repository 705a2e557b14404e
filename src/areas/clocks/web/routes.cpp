// All addresses of clocks, with who may use them.
#include "clocks/web/routes.hpp"

#include "clocks/web/pages.hpp"

namespace waymark::clocks {

std::span<const Route> routes()
{
    using enum Method;
    static constexpr Route table[] = {
        {get, "/clocks", Permission::see_clocks, show_clocks},
        {get, "/clocks/export.csv", Permission::see_clocks, clocks_csv},
        {get, "/pupils/{pupil}/clocks", Permission::see_clocks, show_pupil_clocks, Subject::pupil},
        {get, "/pupils/{pupil}/clocks/record", Permission::record_clock_facts, show_record_fact, Subject::pupil},
        {post, "/pupils/{pupil}/clocks/record", Permission::record_clock_facts, submit_record_fact, Subject::pupil},
        {get, "/pupils/{pupil}/clocks/reason", Permission::record_lawful_reasons, show_record_reason, Subject::pupil},
        {post, "/pupils/{pupil}/clocks/reason", Permission::record_lawful_reasons, submit_record_reason, Subject::pupil},
        {get, "/pupils/{pupil}/clocks/facts/{fact}/take-back", Permission::record_clock_facts, show_take_back_fact, Subject::pupil},
        {post, "/pupils/{pupil}/clocks/facts/{fact}/take-back", Permission::record_clock_facts, submit_take_back_fact, Subject::pupil},
        {get, "/pupils/{pupil}/clocks/reasons/{reason}/take-back", Permission::record_lawful_reasons, show_take_back_reason, Subject::pupil},
        {post, "/pupils/{pupil}/clocks/reasons/{reason}/take-back", Permission::record_lawful_reasons, submit_take_back_reason, Subject::pupil},
        {get, "/api/v1/clocks", Permission::see_clocks, api_clocks},
        {get, "/api/v1/pupils/{pupil}/clocks", Permission::see_clocks, api_pupil_clocks, Subject::pupil},
    };
    return table;
}

}  // namespace waymark::clocks
