#include <doctest/doctest.h>

#include "people/rules/second_step.hpp"

using namespace waymark;
using namespace waymark::people;

namespace {

Instant at_second(std::int64_t second) { return Instant{std::chrono::seconds{second}}; }

using Steps = std::vector<std::int64_t>;

}  // namespace

TEST_CASE("a code is taken in its own thirty seconds, and in those before and after")
{
    CHECK(steps_taken(at_second(3000), {}) == Steps{99, 100, 101});
    CHECK(steps_taken(at_second(3029), {}) == Steps{99, 100, 101});
    CHECK(steps_taken(Instant{std::chrono::milliseconds{3029999}}, {}) == Steps{99, 100, 101});
    CHECK(steps_taken(at_second(3030), {}) == Steps{100, 101, 102});
    CHECK(steps_taken(at_second(0), {}) == Steps{0, 1});
}

TEST_CASE("a code that was used is never taken again, nor one before it")
{
    CHECK(steps_taken(at_second(3000), 98) == Steps{99, 100, 101});
    CHECK(steps_taken(at_second(3000), 99) == Steps{100, 101});
    CHECK(steps_taken(at_second(3000), 100) == Steps{101});
    CHECK(steps_taken(at_second(3000), 101).empty());
}

TEST_CASE("codes are read however they are typed")
{
    CHECK(code_as_typed(" 123 456 ") == "123456");
    CHECK(code_as_typed("abcd-efgh ijkl-mnop") == "ABCDEFGHIJKLMNOP");
    CHECK(code_as_typed(" - ").empty());
    CHECK(is_authenticator_code("012345"));
    CHECK_FALSE(is_authenticator_code("01234"));
    CHECK_FALSE(is_authenticator_code("0123456"));
    CHECK_FALSE(is_authenticator_code("01234A"));
    CHECK(in_groups_of_four("ABCDEFGHIJ", '-') == "ABCD-EFGH-IJ");
    CHECK(in_groups_of_four("ABCD", ' ') == "ABCD");
    CHECK(in_groups_of_four("", ' ').empty());
}

TEST_CASE("the address for an app names service and account, whatever letters they have")
{
    CHECK(authenticator_address("Waymark Harrowdale", "sam.okoro+ap@marshlane.example", "MZXW6") ==
          "otpauth://totp/Waymark%20Harrowdale:sam.okoro%2Bap%40marshlane.example?secret=MZXW6&issuer=Waymark%20Harrowdale");
    CHECK(authenticator_address("a&b=c", "é", "A") == "otpauth://totp/a%26b%3Dc:%C3%A9?secret=A&issuer=a%26b%3Dc");
}

TEST_CASE("without a choice the roles of the authority have an authenticator, schools and providers need not")
{
    const auto roles = roles_with_authenticator(std::nullopt);
    const auto has = [&](Role role) { return std::ranges::find(roles, role) != roles.end(); };
    for (const Role role : {Role::commissioner, Role::panel_clerk, Role::sen_caseworker, Role::inspector, Role::administrator}) CHECK(has(role));
    for (const Role role : {Role::school_lead, Role::provider_tutor, Role::trust_lead, Role::agency_worker}) CHECK_FALSE(has(role));
}

TEST_CASE("an authority’s own choice of roles is kept and read again, none of them included, and an unknown role is left out")
{
    const std::vector<Role> chosen{Role::commissioner, Role::school_lead};
    CHECK(as_choice(chosen) == "commissioner,school_lead");
    CHECK(roles_with_authenticator(as_choice(chosen)) == chosen);
    CHECK(roles_with_authenticator("").empty());
    CHECK(roles_with_authenticator("head_of_everything,commissioner") == std::vector<Role>{Role::commissioner});
}

TEST_CASE("nineteen wrong codes slow down, the twentieth locks")
{
    CHECK_FALSE(is_locked({.codes_of_account = 19}));
    CHECK(is_locked({.codes_of_account = 20}));
    CHECK_FALSE(is_locked({.of_account = 500, .of_address = 500}));
}
