// Accounts elsewhere that people sign in with, and who has gone to sign in there and is not back yet.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "people/store/users.hpp"

namespace waymark::people {

/// From going to a provider to coming back.
inline constexpr std::chrono::minutes back_within{15};

struct Identity {
    Id id;
    UserId user;
    std::string identity_provider;
    std::string email;      // as the provider gave it when it was bound
    Instant since, last_used_at;
};
[[nodiscard]] std::vector<Identity> identities_of(Transaction& tx, UserId user);
/// Whose account that is; only the provider's own name for the person counts.
[[nodiscard]] std::optional<Identity> identity_by_subject(Transaction& tx, std::string_view identity_provider, std::string_view subject);

struct NewIdentity {
    UserId user;
    std::string identity_provider, subject, email;
};
void insert_identity(Transaction& tx, const NewIdentity& identity);
void note_identity_used(Transaction& tx, Id identity);
/// False when that person has no such one.
[[nodiscard]] bool remove_identity(Transaction& tx, UserId user, Id identity);

/// Somebody goes to a provider. `state` travels in the address, `browser` stays in the browser; only their hashes are kept.
struct Gone {
    std::string identity_provider, state, browser;
    std::string next;
};
void note_gone(Transaction& tx, const Gone& gone);
/// Where they wanted to go, once: none when that browser did not go to that provider with that state, took too long, or is back already.
[[nodiscard]] std::optional<std::string> take_back(Transaction& tx, const Gone& gone);

}  // namespace waymark::people
