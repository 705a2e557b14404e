// Signing in: by e-mail address and password, then a code where there is an authenticator; or, in a made-up area only, as one of
// its people.
#pragma once

#include <string>

#include "people/actions/proof.hpp"
#include "people/store/users.hpp"

namespace waymark::people {

/// What is still to come after the password.
enum class StillToCome { nothing, code, authenticator };

struct SignedIn {
    std::string token;              // for the browser; signs in only when nothing is still to come
    std::string browser = {};       // for its cookie too, once signed in: by it this browser is known to the account
    bool has_other_roles = false;   // the person chooses which one to act in
    StillToCome still_to_come = StillToCome::nothing;
    std::string success = {};       // what the first page says once; empty: nothing
};

/// Whether the second step is still to be shown here, or was shown to whoever vouches for the first.
enum class SecondStep { still_to_show, shown_elsewhere };

struct FirstStep {
    CameFrom from;
    std::optional<Id> attempt = {};  // counted as failed before it was weighed; none: there was nothing to weigh
    SecondStep second_step = SecondStep::still_to_show;
    std::string field;  // that a refusal points at
    std::string with;   // the identity provider, for the trail; none: a password
};
/// For whoever has shown who they are: signs them in, or waits for their second step. Fails `people.no_role` when they hold no role
/// today and `people.account_locked` after many wrong codes.
[[nodiscard]] Result<SignedIn> go_on_after_first_step(Transaction& tx, const User& user, const FirstStep& first);

struct SignInByPassword {
    std::string email;
    std::string password;
    CameFrom from;
};
/// Fails `people.sign_in_wrong`, the same for an unknown address and a wrong password; `people.sign_in_wait` after too many
/// tries; `people.no_role` when the person holds no role today; `people.account_locked` after many wrong codes.
[[nodiscard]] Result<SignedIn> sign_in(Context& context, const SignInByPassword& command);

/// The person whose sign-in under that token waits for its second step. Fails `people.sign_in_again` when there is none any more.
[[nodiscard]] Result<User> whose_second_step(Context& context, std::string_view token);

struct SignInWithCode {
    std::string token;  // from the first step
    ShownCode code;
};
/// Fails as `take_code` does, and `people.sign_in_again`. The browser gets a new token.
[[nodiscard]] Result<SignedIn> sign_in_with_code(Context& context, const SignInWithCode& command);

/// Ends the first step under that token and signs its person in: for whoever has just shown the second.
[[nodiscard]] Result<SignedIn> finish_sign_in(Context& context, const User& user, std::string_view token, const CameFrom& from);

/// Whether a role that the person holds today must have an authenticator in this authority.
[[nodiscard]] bool must_have_authenticator(Transaction& tx, UserId user);
[[nodiscard]] bool must_have_authenticator(Transaction& tx, Role role);

/// Fails not_found unless this is a made-up area and the membership is of one of its people.
[[nodiscard]] Result<SignedIn> sign_in_as(Context& context, MembershipId membership, const CameFrom& from);

}  // namespace waymark::people
