// What another program may be allowed to do: a scope is one permission of the table of roles. And what a token needs.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/date.hpp"
#include "foundation/result.hpp"
#include "vocabulary/permission.hpp"

namespace waymark::people {

struct ApiScope {
    std::string_view name;         // "pupils:read"
    Permission permission;
    std::string_view words;        // "Pupils: names, dates of birth, schools"
};
/// All there are. To decide a referral is not among them: a person answers for that by name.
[[nodiscard]] std::span<const ApiScope> api_scopes();
[[nodiscard]] const ApiScope* api_scope(std::string_view name);
[[nodiscard]] const ApiScope* api_scope_of(Permission permission);

/// A token begins with this, so that programs that look for secrets in the wrong places know one.
inline constexpr std::string_view api_token_prefix = "wmk_";
inline constexpr int api_token_days_unless_chosen = 365;
inline constexpr int api_token_days_at_most = 366;
/// How long before its end whoever looks after a token is told.
inline constexpr Days warned_before{30};

struct ProposedToken {
    std::string name;
    Role role = Role::provider_manager;
    std::string organisation_kind;    // as it is stored
    std::vector<std::string> scopes;
    Date last_day;
};
/// All that is wrong with it, on the fields name, role, scope and last_day. `days_most` is the authority's choice.
[[nodiscard]] Problems problems_with_token(const ProposedToken& token, Date today, int days_most);

}  // namespace waymark::people
