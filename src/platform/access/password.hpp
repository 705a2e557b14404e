// Passwords, kept as argon2id hashes that carry their own parameters.
#pragma once

#include <string>
#include <string_view>

namespace waymark::access {

/// `full` costs an attacker 64 MB and about 70 ms a guess. `made_up` is for the people of a made-up area, who come by the hundred.
enum class PasswordCost { full, made_up };

[[nodiscard]] std::string password_hash(std::string_view password, PasswordCost cost = PasswordCost::full);

/// Whether the password is the one. An empty hash (no such person, or one without a password) takes as long and never matches.
[[nodiscard]] bool is_password(std::string_view hash, std::string_view password);

}  // namespace waymark::access
