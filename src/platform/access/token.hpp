// Secrets that a browser carries, and how they are compared. The database keeps only their hashes.
#pragma once

#include <string>
#include <string_view>

namespace waymark::access {

/// 256 random bits as 43 letters that stand in cookies, forms and addresses alike.
[[nodiscard]] std::string make_token();

/// What is kept of a token, 64 hexadecimal digits. Tokens are random, so one round of BLAKE2b is enough.
[[nodiscard]] std::string token_hash(std::string_view token);

/// Whether the two are the same and not empty, in a time that tells nothing about where they differ.
[[nodiscard]] bool is_same_secret(std::string_view expected, std::string_view given);

}  // namespace waymark::access
