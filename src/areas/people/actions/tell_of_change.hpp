// Whoever's way in changes is told by mail, so that somebody else's change does not stay unnoticed.
#pragma once

#include <optional>
#include <string_view>

#include "platform/database/database.hpp"

namespace waymark::people {

/// What changed, as the message says it: "The password of your account". None for events that change no way in.
[[nodiscard]] std::optional<std::string_view> changed_way_in(std::string_view verb);

/// Puts a message to the owner of the account down, in the transaction of the change. It names nobody, and leads to the front page alone.
/// Where the service sends no mail nothing is sent: the person sees it on their account's page and in the trail.
/// Source   OWASP ASVS 4.0.3, 2.2.3 and 2.5.5
Result<void> tell_of_changed_way_in(Transaction& tx, const Event& changed);

}  // namespace waymark::people
