// What a token may be given, with the edges of its time.
#include <doctest/doctest.h>

#include "people/rules/api_scopes.hpp"
#include "people/rules/roles.hpp"

using namespace waymark;
using namespace waymark::people;

namespace {

const Date today = date(2026, 11, 23);

ProposedToken of_the_farm()
{
    return {.name = "Register system", .role = Role::provider_manager, .organisation_kind = "provider", .scopes = {"attendance:write", "pupils:read"}, .last_day = date(2027, 3, 31)};
}

std::string code_with(const std::function<void(ProposedToken&)>& change)
{
    auto token = of_the_farm();
    change(token);
    return std::string{problems_with_token(token, today, 365).code()};
}

}  // namespace

TEST_CASE("a token for a provider’s registers can be made")
{
    CHECK(problems_with_token(of_the_farm(), today, 365).empty());
}

TEST_CASE("a token has a name, something to do, and a role that its organisation has")
{
    CHECK(code_with([](auto& token) { token.name = "  "; }) == "people.token_without_name");
    CHECK(code_with([](auto& token) { token.scopes.clear(); }) == "people.token_without_scope");
    CHECK(code_with([](auto& token) { token.scopes = {"everything"}; }) == "people.no_such_scope");
    CHECK(code_with([](auto& token) { token.role = Role::commissioner; }) == "people.role_elsewhere");
    CHECK(code_with([](auto& token) { token.organisation_kind = "school"; }) == "people.role_elsewhere");
}

TEST_CASE("no token looks after accounts, and none does what its role may not")
{
    CHECK(code_with([](auto& token) { token.role = Role::administrator, token.organisation_kind = "authority_team"; }) == "people.token_of_administrator");
    CHECK(code_with([](auto& token) { token.scopes = {"referrals:read"}; }) == "people.token_scope_not_of_role");
    for (const auto& scope : api_scopes()) {
        const bool is_allowed = code_with([&](auto& token) { token.scopes = {std::string{scope.name}}; }).empty();
        CHECK_MESSAGE(is_allowed == may(Role::provider_manager, scope.permission), scope.name);
    }
}

TEST_CASE("a token lasts from today to as many days as the authority allows, and no longer")
{
    CHECK(code_with([](auto& token) { token.last_day = today; }).empty());
    CHECK(code_with([](auto& token) { token.last_day = today - Days{1}; }) == "people.token_ended");
    CHECK(code_with([](auto& token) { token.last_day = today + Days{365}; }).empty());
    CHECK(code_with([](auto& token) { token.last_day = today + Days{366}; }) == "people.token_too_long");
    CHECK(problems_with_token(of_the_farm(), today, 30).code() == "people.token_too_long");
}
