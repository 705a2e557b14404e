// The hash of one link of the event trail.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "foundation/date.hpp"

namespace waymark::audit {

/// What an event says in detail, which is what an erasure takes away. The salt keeps anybody from guessing short words by their hash.
struct Details {
    std::optional<std::string> before;
    std::optional<std::string> after;
    std::optional<std::string> reason;
    std::optional<std::string> salt;  // none: erased, or recorded before details had a hash of their own
};

/// SHA-256, hexadecimal, over the details; it stays when they are erased, so that the chain still holds.
[[nodiscard]] std::string hash_of(const Details& details);

/// An event as the hash sees it: every column of the row, as text. Where the details have a hash of their own, it stands for them.
struct Link {
    std::int64_t sequence = 0;
    Instant at;
    std::optional<std::string> actor;
    std::optional<std::string> acting_as;
    std::optional<std::string> organisation;
    std::string verb;
    std::string entity;
    std::string about;
    std::optional<std::string> pupil;
    Details details;
    std::optional<std::string> details_hash;
    std::optional<std::string> from_address;
    std::string previous_hash;
};

/// SHA-256, hexadecimal, over the fields in the order of the table, each as its length, a colon and its bytes, or a
/// minus sign when empty: so that no text can pass for two fields, and anybody can compute it again.
[[nodiscard]] std::string hash_of(std::string_view authority, const Link& link);

}  // namespace waymark::audit
