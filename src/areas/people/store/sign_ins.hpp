// Who is signed in, in which role; and failed tries.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "people/rules/sign_in.hpp"
#include "people/store/users.hpp"

namespace waymark::people {

/// A sign-in as the edge needs it on each request.
struct SignIn {
    Who who;
    MembershipId membership;
    std::string csrf_token;
    std::optional<std::string> success;  // to be shown once
    Instant seen_at;
};

/// A sign-in that holds now. `token` is the browser's; none when it is unknown, ended, too old, or its person or role is gone.
[[nodiscard]] std::optional<SignIn> sign_in_by_token(Transaction& tx, std::string_view token, const SignInLimits& limits = {});

/// The last person of a sign-in that ended or grew too old: whose form it was that came with its token. Lets nobody in.
[[nodiscard]] std::optional<SignIn> lapsed_sign_in(Transaction& tx, std::string_view token);

/// Notes a new sign-in and answers the token for the browser.
[[nodiscard]] std::string start_sign_in(Transaction& tx, UserId user, MembershipId membership, std::string_view from_address);
void note_seen(Transaction& tx, std::string_view token);
/// What the next page shows once; none: it was shown.
void set_success(Transaction& tx, std::string_view token, const std::optional<std::string>& success);
void act_as(Transaction& tx, std::string_view token, UserId user, MembershipId membership);
void end_sign_in(Transaction& tx, std::string_view token);

void note_attempt(Transaction& tx, std::string_view email, std::string_view from_address, bool has_succeeded);
[[nodiscard]] FailedTries failed_tries(Transaction& tx, std::string_view email, std::string_view from_address);

}  // namespace waymark::people
