// Who may do what: one table of permissions and the roles that hold them. Whose children somebody sees is another
// question: pupils/rules/access.hpp.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "vocabulary/permission.hpp"

namespace waymark::people {

/// Whether somebody in that role may do that. `anyone` needs no role; `signed_in` needs any.
/// Rule       R53: each sees what their relationship to the child allows
[[nodiscard]] bool may(std::optional<Role> role, Permission permission);

/// "commissioner", "panel clerk", "SEND caseworker": as it stands after a name.
[[nodiscard]] std::string_view role_name(Role role);

/// Who can give access to such a page, for the page that says it is not there: "your authority's commissioning team".
[[nodiscard]] std::string_view whom_to_ask(Role role);

/// One item of the navigation below the header.
struct Destination {
    std::string_view text;
    std::string_view path;
};
/// What that role goes to most, most used first. The edge shows those that exist and that the role may open, six at most.
[[nodiscard]] std::span<const Destination> destinations(Role role);

}  // namespace waymark::people
