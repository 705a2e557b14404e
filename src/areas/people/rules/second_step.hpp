// The second step of signing in: which codes of an authenticator count now, which roles must have one, recovery codes, the lock.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/date.hpp"
#include "people/rules/sign_in.hpp"
#include "vocabulary/permission.hpp"

namespace waymark::people {

/// A code lasts this long (RFC 6238 section 5.2).
inline constexpr std::chrono::seconds code_lasts{30};
inline constexpr int recovery_codes_made = 10;
/// Between the password and the code.
inline constexpr std::chrono::minutes second_step_within{15};
/// Between seeing the secret and typing the first code.
inline constexpr std::chrono::minutes set_up_within{60};

/// The steps of time whose codes are taken now: this one and one on either side, for clocks that differ a little; but none up to
/// the one whose code was used last, so that a code seen over somebody's shoulder is worth nothing.
[[nodiscard]] std::vector<std::int64_t> steps_taken(Instant now, std::optional<std::int64_t> last_used);

/// What was typed, without the spaces and hyphens that people put between groups, in capitals.
[[nodiscard]] std::string code_as_typed(std::string_view typed);
/// Six digits are the authenticator's; anything else can only be a recovery code.
[[nodiscard]] bool is_authenticator_code(std::string_view code);
/// "ABCDEFGH…" in groups of four: "ABCD EFGH …". `between` is one character.
[[nodiscard]] std::string in_groups_of_four(std::string_view text, char between);

/// The address that an authenticator app opens or reads from a picture. `account` and `issuer` are shown in the app.
[[nodiscard]] std::string authenticator_address(std::string_view issuer, std::string_view account, std::string_view secret_base32);

/// An authority's own choice of the roles that must have an authenticator, kept as "commissioner,panel_clerk"; empty: none of them.
/// Without a choice: the roles of the authority that see children's records, inspectors, and whoever looks after accounts.
[[nodiscard]] std::vector<Role> roles_with_authenticator(const std::optional<std::string>& choice);
[[nodiscard]] std::string as_choice(const std::vector<Role>& roles);

/// After this many wrong codes in a row the account is locked until somebody who knows the person opens it. Whoever gets here has
/// the password, so nobody can lock a stranger's account; and who has it guesses a code with a chance of 1 in 16,000 at most.
inline constexpr int wrong_codes_most = 20;
[[nodiscard]] bool is_locked(const FailedTries& tries);

}  // namespace waymark::people
