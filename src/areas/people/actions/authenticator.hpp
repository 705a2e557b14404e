// Setting up an authenticator app, moving it to another phone, turning it off; recovery codes for when it is lost.
#pragma once

#include <string>
#include <vector>

#include "people/actions/proof.hpp"

namespace waymark::people {

struct SetUp {
    std::string secret;   // base32, to be typed into an app
    std::string address;  // otpauth://…, to be opened or read from a picture
};
/// The secret that the person is to put into their app: the one shown before, as long as it is not too old, else a new one.
/// Fails `people.authenticator_there` when an authenticator is in use and no move to another phone was begun.
[[nodiscard]] Result<SetUp> set_up_to_show(Context& context, const User& user);

/// Takes the first code of the new secret. From then on the authenticator counts, an earlier one no longer. Answers ten recovery
/// codes, the only time that they are known. Fails `people.code_wrong`.
[[nodiscard]] Result<std::vector<std::string>> confirm_set_up(Context& context, const User& user, const ShownCode& first);

struct Proof {
    std::string password;
    ShownCode code;
};
/// Both a password and a code; what can be seen to be wrong is told at once. Fails as `prove_by_password` and `take_code` do.
/// Lets a new secret be shown. The authenticator in use goes on until its first code has come.
[[nodiscard]] Result<void> begin_move(Context& context, const User& user, const Proof& proof);
/// Fails `people.authenticator_needed` when a role of theirs must have one.
[[nodiscard]] Result<void> turn_off(Context& context, const User& user, const Proof& proof);
/// Ten new ones; the old ones no longer count.
[[nodiscard]] Result<std::vector<std::string>> make_recovery_codes(Context& context, const User& user, const Proof& proof);

}  // namespace waymark::people
