// A family's pages, by a link and without an account; and sending them the link.
#include "family/web/routes.hpp"

#include "family/web/pages.hpp"

namespace waymark::family {

std::span<const Route> routes()
{
    using enum Method;
    static constexpr Route table[] = {
        {get, "/f/{family}", Permission::see_as_family, show_now, Subject::family},
        {get, "/f/{family}/unhappy", Permission::see_as_family, show_unhappy, Subject::family},
        {post, "/f/{family}/unhappy", Permission::see_as_family, submit_unhappy, Subject::family},
        {post, "/f/{family}/leave", Permission::see_as_family, submit_leave, Subject::family},
        // Before the second fact nobody is let in, and nothing about a child is shown.
        {get, "/f/{family}/open", Permission::anyone, show_open},
        {post, "/f/{family}/open", Permission::anyone, submit_open},
        {post, "/f/{family}/new-link", Permission::anyone, submit_new_link},
        {get, "/pupils/{pupil}/people/{contact}/link", Permission::send_family_links, show_contact_link, Subject::pupil},
        {post, "/pupils/{pupil}/people/{contact}/link", Permission::send_family_links, submit_contact_link, Subject::pupil},
        {post, "/pupils/{pupil}/people/{contact}/link/end", Permission::send_family_links, submit_contact_link_end, Subject::pupil},
    };
    return table;
}

}  // namespace waymark::family
