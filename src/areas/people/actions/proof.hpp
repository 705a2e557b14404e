// What shows that somebody is who they say: their password, a code of their authenticator or a recovery code. Each wrong one slows
// down the next, for the account and for the address it comes from; many wrong codes lock the account.
#pragma once

#include <string>
#include <string_view>

#include "people/store/sign_ins.hpp"
#include "people/store/users.hpp"

namespace waymark::people {

inline constexpr std::string_view code_field = "one_time_password";  // a name that drafts never keep

/// Fails `people.sign_in_wait` on `field` while the next try must wait. `email` empty: nobody’s account, so the address alone counts.
[[nodiscard]] Result<void> may_try(Transaction& tx, std::string_view email, const CameFrom& from, std::string_view field);
/// Counts a try as failed before it is weighed, so that of many that arrive together no more are weighed than of those that come one by one.
/// Whoever was right has it marked so (`mark_right`). Fails as `may_try` does.
[[nodiscard]] Result<Id> begin_try(Context& context, std::string_view email, const CameFrom& from, std::string_view field);
/// Fails `people.account_locked` on `field`. Asked only of whoever has shown the password: to others it would tell that there is an account.
[[nodiscard]] Result<void> check_unlocked(Transaction& tx, std::string_view email, std::string_view field);

struct ShownCode {
    std::string typed;
    CameFrom from;
};
struct TakenCode {
    bool was_recovery_code = false;
    int recovery_codes_left = 0;
};
/// Takes the code and makes sure that it is never taken again. Fails `people.code_wrong`, the same for a wrong, an old and a used one;
/// `people.sign_in_wait`; `people.account_locked`.
[[nodiscard]] Result<TakenCode> take_code(Context& context, const User& user, const ShownCode& shown);

/// The person’s password once more, for what matters. Fails `people.password_wrong`.
[[nodiscard]] Result<void> prove_by_password(Context& context, const User& user, std::string_view password, const CameFrom& from);

/// Puts the person into the trail of what they do before they are signed in.
void act_for(Context& context, const User& user);

}  // namespace waymark::people
