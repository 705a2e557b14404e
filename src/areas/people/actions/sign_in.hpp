// Signing in: by e-mail address and password, or, in a made-up area only, as one of its people.
#pragma once

#include <string>

#include "people/store/users.hpp"

namespace waymark::people {

struct SignedIn {
    std::string token;              // for the browser
    bool has_other_roles = false;   // the person chooses which one to act in
};

struct SignInByPassword {
    std::string email;
    std::string password;
    std::string from_address;
};
/// Fails `people.sign_in_wrong`, the same for an unknown address and a wrong password; `people.sign_in_wait` after too many
/// tries; `people.no_role` when the person holds no role today.
[[nodiscard]] Result<SignedIn> sign_in(Context& context, const SignInByPassword& command);

/// Fails not_found unless this is a made-up area and the membership is of one of its people.
[[nodiscard]] Result<SignedIn> sign_in_as(Context& context, MembershipId membership, std::string_view from_address);

}  // namespace waymark::people
