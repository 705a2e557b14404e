// Who may see a child, with the edge of each stretch of days on both sides.
#include "pupils/rules/access.hpp"

#include <doctest/doctest.h>

#include "foundation/enum_text.hpp"

namespace waymark::pupils {
namespace {

const Date monday = date(2026, 11, 23);

TEST_CASE("a school sees a child from the first to the last day of its reason, and no longer")
{
    const Relationship enrolled{.of_organisation = {{date(2026, 9, 2), monday}}};
    CHECK_FALSE(may_see(Scope::own_organisation, enrolled, date(2026, 9, 1)));
    CHECK(may_see(Scope::own_organisation, enrolled, date(2026, 9, 2)));
    CHECK(may_see(Scope::own_organisation, enrolled, monday));
    CHECK_FALSE(may_see(Scope::own_organisation, enrolled, monday + Days{1}));
}

TEST_CASE("a trust sees the children of its schools, a school does not see those of its sister school")
{
    const Relationship at_sister_school{.of_trust_schools = {{date(2026, 9, 2), std::nullopt}}};
    CHECK(may_see(Scope::schools_of_trust, at_sister_school, monday));
    CHECK_FALSE(may_see(Scope::own_organisation, at_sister_school, monday));
}

TEST_CASE("the SEND caseworker loses sight of a child whose support ended, the commissioner does not")
{
    const Relationship support_ended{.with_sen = {{date(2024, 9, 2), date(2026, 7, 17)}}};
    CHECK_FALSE(may_see(Scope::children_with_sen, support_ended, monday));
    CHECK(may_see(Scope::whole_authority, support_ended, monday));
}

TEST_CASE("the virtual school sees looked-after children, whatever their school")
{
    CHECK(may_see(Scope::looked_after_children, {.looked_after = {{date(2026, 11, 20), std::nullopt}}}, monday));
    CHECK_FALSE(may_see(Scope::looked_after_children, {.with_sen = {{date(2026, 1, 5), std::nullopt}}}, monday));
}

TEST_CASE("an administrator and somebody signed out see nobody, even with every reason on record")
{
    const DateRange always{date(2020, 1, 1), std::nullopt};
    const Relationship everything{{always}, {always}, {always}, {always}};
    CHECK_FALSE(may_see(scope_of(Role::administrator), everything, monday));
    CHECK_FALSE(may_see(scope_of(std::nullopt), everything, monday));
    for (const Role role : enum_values<Role>())
        if (role != Role::administrator) CHECK(may_see(scope_of(role), everything, monday));
}

}  // namespace
}  // namespace waymark::pupils
