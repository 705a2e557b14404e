// What the pages of other people’s accounts share.
#pragma once

#include <string>

#include "people/actions/keep_accounts.hpp"
#include "people/web/account_show.hpp"

namespace waymark::people {

/// "/admin/users/0193…", "/admin/users/0193…/link".
[[nodiscard]] std::string user_href(UserId user, std::string_view part = {});

/// The page that shows a link once, to be handed to its person.
[[nodiscard]] Result<Response> link_to_hand_over(const Request& request, Context& context, UserId user, const LinkMade& link);

}  // namespace waymark::people
