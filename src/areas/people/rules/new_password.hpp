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

/// How many guesses a password must hold out against somebody who tries the likely ones first. Whoever has a copy of the database makes a
/// few hundred a second on one machine, since each costs 64 MB: so that is about a year of it. Ten to the tenth is also where zxcvbn's own
/// scale ends ("very unguessable"). At the sign-in page waits stop a guesser after some hundred tries a day.
inline constexpr double guesses_least = 1e10;

/// All that is wrong with a new password, each on the field `new_password`. Any characters are taken, spaces too; nothing asks for
/// capitals, digits or signs, and nothing makes anybody change it from time to time: both lead to worse ones.
/// email, own_words   what others know of this person: address, name, authority. Parts of them count as the first guesses
/// How soon it is guessed is estimated by zxcvbn (libzxcvbn), which brings lists of passwords that leaked, of names and of words.
/// Fails      `people.password_missing`, `people.password_short`, `people.password_long`, `people.password_is_address`, `people.password_common`
/// Source     NCSC password guidance (deny lists; three random words); NIST SP 800-63B section 5.1.1.2 (known, expected and context words)
[[nodiscard]] Problems problems_with_new_password(std::string_view password, std::string_view email, std::string_view own_words = {});

}  // namespace waymark::people
