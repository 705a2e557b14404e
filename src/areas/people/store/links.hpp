// Links by which somebody sets a password, once; and who asked for one.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "people/rules/new_password.hpp"
#include "people/store/users.hpp"

namespace waymark::people {

enum class LinkKind { invitation, reset };

struct OpenLink {
    UserId user;
    LinkKind kind = LinkKind::reset;
    Instant expires_at;
};

/// Makes a link that takes the place of all others of that person, and answers its token: the only time that it is known.
[[nodiscard]] std::string make_link(Transaction& tx, UserId user, LinkKind kind, const LinkLimits& limits = {});
/// One that may still be used; none when it is unknown, used, replaced, expired, or of another authority.
[[nodiscard]] std::optional<OpenLink> open_link(Transaction& tx, std::string_view token);
/// False when somebody was quicker.
[[nodiscard]] bool use_link(Transaction& tx, std::string_view token);
/// Whether a link of that person was made after that moment which is neither used nor replaced.
[[nodiscard]] bool has_link_since(Transaction& tx, UserId user, Instant since);
void end_links(Transaction& tx, UserId user);

void ask_for_reset(Transaction& tx, UserId user);
void end_reset_request(Transaction& tx, UserId user);

}  // namespace waymark::people
