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
    Instant began_at;
    Instant seen_at;
    SignInLimits limits;
};

/// One place where somebody is signed in, as they see it listed.
struct OpenSignIn {
    std::string token_hash;  // tells it from the others; opens nothing
    std::string from_address;
    Instant began_at, seen_at;
    Role role = Role::school_lead;
    std::string organisation_name;
};

/// What was tried: a password, a code or recovery code, a link or a question for one.
enum class AttemptKind { password, code, link };

/// How long sign-ins hold here: the authority's own choice where there is one.
[[nodiscard]] SignInLimits sign_in_limits(Transaction& tx);

/// A sign-in that holds now. `token` is the browser's; none when it is unknown, ended, too old, or its person or role is gone.
[[nodiscard]] std::optional<SignIn> sign_in_by_token(Transaction& tx, std::string_view token);

/// The last person of a sign-in that ended or grew too old: whose form it was that came with its token. Lets nobody in.
[[nodiscard]] std::optional<SignIn> lapsed_sign_in(Transaction& tx, std::string_view token);

/// Notes a new sign-in and answers the token for the browser.
[[nodiscard]] std::string start_sign_in(Transaction& tx, UserId user, MembershipId membership, std::string_view from_address);
void note_seen(Transaction& tx, std::string_view token);
/// What the next page shows once; none: it was shown.
void set_success(Transaction& tx, std::string_view token, const std::optional<std::string>& success);
void act_as(Transaction& tx, std::string_view token, UserId user, MembershipId membership);
void end_sign_in(Transaction& tx, std::string_view token);

/// Those of a person that hold now, the one seen last first.
[[nodiscard]] std::vector<OpenSignIn> open_sign_ins(Transaction& tx, UserId user);
/// Whether there was such a one of that person's.
[[nodiscard]] bool end_sign_in_of(Transaction& tx, UserId user, std::string_view token_hash);
/// Ends all of a person's but the browser's own, if given, and says how many.
std::int64_t end_other_sign_ins(Transaction& tx, UserId user, std::optional<std::string_view> own_token = {});

void note_attempt(Transaction& tx, std::string_view email, std::string_view from_address, bool has_succeeded, AttemptKind kind = AttemptKind::password);
[[nodiscard]] FailedTries failed_tries(Transaction& tx, std::string_view email, std::string_view from_address);

}  // namespace waymark::people
