// How long a sign-in holds, and how failed tries slow down the next one.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "foundation/date.hpp"

namespace waymark::people {

/// What an authority may choose for the time without use: long enough to read a long record, short enough for a shared office. The page
/// warns five minutes before, and a form sent too late stands again, so that nothing is lost with it.
/// Source   OWASP ASVS 4.0.3, 3.3.2 (30 minutes at level 2); NIST SP 800-63B section 4.2.3 (30 minutes, 12 hours)
inline constexpr std::chrono::minutes idle_least{15}, idle_default{30}, idle_most{60};

struct SignInLimits {
    std::chrono::minutes idle = idle_default;  // without a request
    std::chrono::hours whole{12};              // a working day, whatever happens in it
};

/// The limits of an authority that chose so many minutes, kept as "45". Without a choice, or with one that is none, the default.
[[nodiscard]] SignInLimits limits_of_choice(std::optional<std::string_view> minutes);

/// Failed tries older than this are forgotten.
inline constexpr std::chrono::minutes tries_count_for{60};

struct FailedTries {
    int of_account = 0;              // since the account's last success
    int of_address = 0;
    int codes_of_account = 0;        // wrong codes since then, however long ago: they lead to the lock, see second_step.hpp
    std::optional<Instant> last_of_account, last_of_address;
};

/// How long to wait before the next try is looked at at all; zero when it may be made now.
///
/// The first five tries for an account are free, then the wait doubles from 2 seconds up to 5 minutes, so that a person
/// who mistypes is hardly held up and a guesser gets some hundred tries a day. An address, which a whole school may
/// share, has 50 free tries.
[[nodiscard]] std::chrono::milliseconds wait_before_next_try(const FailedTries& tries, Instant now);

}  // namespace waymark::people
