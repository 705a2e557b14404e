// What a new password must be, and how long the links hold by which one is set.
#pragma once

#include <chrono>
#include <string_view>

#include "foundation/result.hpp"

namespace waymark::people {

/// Our own choice, since no law gives these numbers. In force from 1 September 2026.
struct LinkLimits {
    std::chrono::hours invitation{48};   // time enough to find the message
    std::chrono::hours reset{1};         // asked for by somebody who waits for it
};
inline constexpr int password_characters_least = 12;
inline constexpr std::size_t password_bytes_most = 1000;

/// All that is wrong with a new password, each on the field `new_password`. Any characters are taken, spaces too; nothing asks for
/// capitals, digits or signs, and nothing makes anybody change it from time to time: both lead to worse ones.
/// Source     NCSC password guidance; NIST SP 800-63B section 5.1.1.2
[[nodiscard]] Problems problems_with_new_password(std::string_view password, std::string_view email);

}  // namespace waymark::people
