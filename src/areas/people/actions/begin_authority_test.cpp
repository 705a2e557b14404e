// An area of its own, from an empty database to its first administrator.
#include "people/actions/begin_authority.hpp"

#include <doctest/doctest.h>

#include "people/actions/set_password.hpp"
#include "people/rules/roles.hpp"
#include "people/store/accounts.hpp"
#include "people/store/organisations.hpp"
#include "support/engines.hpp"

using namespace waymark;
using namespace waymark::people;
using namespace waymark::testing;

namespace {

const BeginAuthority ashcombe{.name = " Ashcombe ", .gss = "E06000993", .team = "Alternative provision team", .administrator = "Zoe Lamb", .email = "zoe.lamb@ashcombe.example"};

Result<BegunAuthority> begin(World& world, std::string code, const BeginAuthority& command)
{
    Context program = world.of_authority(std::move(code));
    return begin_authority(program, command);
}

}  // namespace

TEST_CASE("an area begins with its name, a team and an administrator, whose link sets a password once")
{
    for_each_engine([](World& world) {
        const auto begun = begin(world, "993", ashcombe);
        REQUIRE(begun.has_value());
        Context area = world.of_authority("993");
        CHECK(area.read([](Transaction& tx) { return authority_name(tx); }) == "Ashcombe");
        const auto roles = area.read([&](Transaction& tx) { return memberships_of(tx, begun->administrator); });
        REQUIRE(roles.size() == 1);
        CHECK(roles.front().role == Role::administrator);
        CHECK(roles.front().organisation_name == "Alternative provision team");
        CHECK(area.read([](Transaction& tx) { return lasting_administrators(tx); }) == 1);
        REQUIRE(begun->link.starts_with("/sign-in/link/"));
        const auto token = begun->link.substr(std::string_view{"/sign-in/link/"}.size());
        CHECK(set_password_by_link(area, {token, "lamp goat tuesday", "127.0.0.1"}).has_value());
        CHECK(code_of(set_password_by_link(area, {token, "lamp goat tuesday", "127.0.0.1"})) == "people.link_gone");
    });
}

TEST_CASE("an area that is there already is not begun again, and what is wrong is said before anything is written")
{
    for_each_engine([](World& world) {
        CHECK(code_of(begin(world, "990", ashcombe)) == "people.authority_there");
        CHECK(code_of(begin(world, "99", ashcombe)) == "people.authority_code");
        CHECK(code_of(begin(world, "99x", ashcombe)) == "people.authority_code");
        BeginAuthority wrong = ashcombe;
        wrong.gss = "E0600099";
        wrong.name = " ";
        wrong.team = "";
        const auto outcome = begin(world, "993", wrong);
        REQUIRE_FALSE(outcome.has_value());
        for (const auto* code : {"people.gss_wrong", "people.authority_name_missing", "people.team_missing"}) CHECK(outcome.error().has(code));
        wrong = ashcombe;
        wrong.email = "zoe at ashcombe";
        CHECK(code_of(begin(world, "993", wrong)) == "people.email_wrong");
        Context area = world.of_authority("993");
        CHECK(area.read([](Transaction& tx) { return authority_name(tx); }).empty());
        CHECK(begin(world, "993", ashcombe).has_value());
        CHECK(code_of(begin(world, "993", ashcombe)) == "people.authority_there");
    });
}
