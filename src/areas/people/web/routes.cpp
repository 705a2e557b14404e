// Sign-in, account and drafts.
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
    };
    return table;
}

}  // namespace waymark::people
