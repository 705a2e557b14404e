// Who is signed in, in which role; and failed tries.
#pragma once

#include <chrono>
#include <concepts>
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

/// What was tried: a password, a code or recovery code, a link or a question for one; or a password that was right where more was still
/// to come, which counts neither for nor against.
enum class AttemptKind { password, code, link, right_so_far };

/// Where a try comes from: an address, and the browser by its cookie's token, which may be anybody's or none.
struct CameFrom {
    CameFrom() = default;
    template <class Text>
        requires std::convertible_to<Text, std::string_view>
    CameFrom(const Text& its_address) : address{std::string_view{its_address}}  // an address alone is a stranger's
    {
    }
    CameFrom(std::string its_address, std::string its_browser) : address{std::move(its_address)}, browser{std::move(its_browser)} {}
    std::string address, browser;
};

/// How long a browser is known after somebody last signed in there.
inline constexpr std::chrono::hours browser_is_known_for{180 * 24};

/// How long sign-ins hold here: the authority's own choice where there is one.
[[nodiscard]] SignInLimits sign_in_limits(Transaction& tx);

/// A sign-in that holds now. `token` is the browser's; none when it is unknown, ended, too old, or its person or role is gone.
[[nodiscard]] std::optional<SignIn> sign_in_by_token(Transaction& tx, std::string_view token);

/// The last person of a sign-in that ended or grew too old: whose form it was that came with its token. Lets nobody in.
[[nodiscard]] std::optional<SignIn> lapsed_sign_in(Transaction& tx, std::string_view token);

/// Notes a new sign-in and answers the token for the browser.
[[nodiscard]] std::string start_sign_in(Transaction& tx, UserId user, MembershipId membership, std::string_view from_address);
void note_seen(Transaction& tx, std::string_view token);
void act_as(Transaction& tx, std::string_view token, UserId user, MembershipId membership);
void end_sign_in(Transaction& tx, std::string_view token);

/// Those of a person that hold now, the one seen last first.
[[nodiscard]] std::vector<OpenSignIn> open_sign_ins(Transaction& tx, UserId user);
/// Whether there was such a one of that person's.
[[nodiscard]] bool end_sign_in_of(Transaction& tx, UserId user, std::string_view token_hash);
/// Ends all of a person's but the browser's own, if given, and says how many.
std::int64_t end_other_sign_ins(Transaction& tx, UserId user, std::optional<std::string_view> own_token = {});

/// Answers the id of the attempt.
Id note_attempt(Transaction& tx, std::string_view email, const CameFrom& from, bool has_succeeded, AttemptKind kind = AttemptKind::password);
/// A try that was counted as failed was right after all.
void mark_right(Transaction& tx, Id attempt, AttemptKind kind);
/// In a browser where that account was signed in before: of that browser alone, and none of the address. Else those of strangers.
[[nodiscard]] FailedTries failed_tries(Transaction& tx, std::string_view email, const CameFrom& from);

/// Notes that the person signed in in that browser, and answers the token for its cookie: its own where we gave it, else a new one, so that
/// nobody can have a token known that they chose.
[[nodiscard]] std::string know_browser(Transaction& tx, UserId user, std::string_view token);

}  // namespace waymark::people
