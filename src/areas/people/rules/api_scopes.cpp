// One table of scopes; the rest follows from roles and dates.
#include "people/rules/api_scopes.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "foundation/text.hpp"
#include "people/rules/accounts.hpp"
#include "people/rules/roles.hpp"

namespace waymark::people {
namespace {

constexpr ApiScope all[] = {
    {"attendance:write", Permission::take_registers, "Registers: read them and record who is there"},
    {"clocks:read", Permission::see_clocks, "Duties of the law and when they are due"},
    {"offers:read", Permission::see_offers, "Offers of places"},
    {"oversight:read", Permission::see_oversight, "Every child in alternative provision, for oversight"},
    {"placements:read", Permission::see_placements, "Placements"},
    {"providers:read", Permission::see_providers, "The directory of providers"},
    {"pupils:read", Permission::see_pupils, "Pupils"},
    {"referrals:read", Permission::see_referrals, "Referrals"},
    {"registration:read", Permission::watch_registration, "Settings that are not schools"},
    {"reviews:read", Permission::see_reviews, "Reviews"},
};

void check_scopes(Problems& found, const ProposedToken& token)
{
    if (token.scopes.empty()) found.add("people.token_without_scope", "Choose what the program may do.", "scope");
    for (const auto& name : token.scopes) {
        const auto* scope = api_scope(name);
        if (scope == nullptr) found.add_invalid("people.no_such_scope", "Choose from the list.", "scope");
        else if (!may(token.role, scope->permission))
            found.add("people.token_scope_not_of_role", fmt::format("{} may not use {}. Take it out, or choose another role.", words_of(role_name(token.role)), name), "scope");
    }
}

}  // namespace

std::span<const ApiScope> api_scopes() { return all; }

const ApiScope* api_scope(std::string_view name)
{
    const auto* found = std::ranges::find(all, name, &ApiScope::name);
    return found == std::end(all) ? nullptr : found;
}

const ApiScope* api_scope_of(Permission permission)
{
    const auto* found = std::ranges::find(all, permission, &ApiScope::permission);
    return found == std::end(all) ? nullptr : found;
}

Problems problems_with_token(const ProposedToken& token, Date today, int days_most)
{
    Problems found;
    if (trimmed(token.name).empty()) found.add("people.token_without_name", "Enter a name that says which program it is.", "name");
    if (token.role == Role::administrator) found.add("people.token_of_administrator", "A program never looks after accounts. Choose another role.", "role");
    else if (!may_hold(token.role, token.organisation_kind))
        found.add("people.role_elsewhere", "Nobody holds this role at such an organisation. Choose another role, or another organisation.", "role");
    check_scopes(found, token);
    if (token.last_day < today) found.add("people.token_ended", "The last day must be today or later.", "last_day");
    if (token.last_day > today + Days{days_most})
        found.add("people.token_too_long", fmt::format("A token lasts {} at most: until {}.", counted(days_most, "day"), long_date(today + Days{days_most})), "last_day");
    return found;
}

}  // namespace waymark::people
