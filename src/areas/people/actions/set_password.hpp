// Setting a password: by whoever is signed in, or by a link that works once. Asking for such a link.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "people/store/links.hpp"
#include "people/store/sign_ins.hpp"

namespace waymark::people {

struct ChangePassword {
    std::string old_password, new_password;
    std::string token;  // of the sign-in that stays; all others end
    CameFrom from;
};
/// Fails `people.password_wrong`, what `problems_with_new_password` finds, `people.sign_in_wait`.
[[nodiscard]] Result<void> change_password(Context& context, const User& user, const ChangePassword& command);

/// Whom that link is for, and why. Fails `people.link_gone`, the same whether it was used, has expired, or never was.
struct LinkShown {
    User user;
    LinkKind kind = LinkKind::reset;
};
[[nodiscard]] Result<LinkShown> look_at_link(Context& context, std::string_view token, std::string_view from_address);

struct SetPasswordByLink {
    std::string token, new_password, from_address;
};
/// Sets the password, uses up the link, and ends every sign-in of its person.
[[nodiscard]] Result<void> set_password_by_link(Context& context, const SetPasswordByLink& command);

/// Somebody forgot their password: mails them a link, or, where the service sends no mail, notes it for whoever looks after accounts.
/// Answers the same for every address. Fails `people.sign_in_wait` after too many.
[[nodiscard]] Result<void> ask_for_new_password(Context& context, std::string_view email, std::string_view from_address);

}  // namespace waymark::people
