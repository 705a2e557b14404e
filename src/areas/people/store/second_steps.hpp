// Authenticators, recovery codes, and sign-ins that wait for a code.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "people/store/users.hpp"

namespace waymark::people {

struct Authenticator {
    std::string sealed_secret;
    std::int64_t last_step = 0;  // of the code that was used last
    Instant since;
};
[[nodiscard]] std::optional<Authenticator> authenticator(Transaction& tx, UserId user);
/// A new one takes the place of the old.
void keep_authenticator(Transaction& tx, UserId user, std::string_view sealed_secret, std::int64_t last_step);
/// False when the code of that step, or of a later one, was used before.
[[nodiscard]] bool use_step(Transaction& tx, UserId user, std::int64_t step);
void remove_authenticator(Transaction& tx, UserId user);

/// The sealed secret that somebody was shown and has not confirmed yet, if it was not too long ago.
[[nodiscard]] std::optional<std::string> set_up_under_way(Transaction& tx, UserId user);
void start_set_up(Transaction& tx, UserId user, std::string_view sealed_secret);
void end_set_up(Transaction& tx, UserId user);

struct RecoveryCode {
    Id id;
    std::string code_hash;
    std::optional<Instant> used_at;
};
[[nodiscard]] std::vector<RecoveryCode> recovery_codes(Transaction& tx, UserId user);
/// These take the place of all earlier ones.
void replace_recovery_codes(Transaction& tx, UserId user, const std::vector<std::string>& code_hashes);
/// False when it was used before.
[[nodiscard]] bool use_recovery_code(Transaction& tx, Id id);

/// The password was right: answers the token for the browser, which signs nobody in yet.
[[nodiscard]] std::string start_unfinished_sign_in(Transaction& tx, UserId user, std::string_view from_address);
/// Whose sign-in waits for a code; none when it is unknown, ended or too old.
[[nodiscard]] std::optional<UserId> unfinished_sign_in(Transaction& tx, std::string_view token);
void end_unfinished_sign_in(Transaction& tx, std::string_view token);

}  // namespace waymark::people
