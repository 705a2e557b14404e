#include <doctest/doctest.h>

#include <string>

#include "people/rules/accounts.hpp"

using namespace waymark;
using namespace waymark::people;

namespace {

const Date today = date(2026, 11, 23);

Invitation of(Role role, std::string kind, DateRange period = {today, {}}) { return {"Sam Okoro", "sam@marshlane.example", role, std::move(kind), period}; }

std::string wrong_with(const Invitation& invitation) { return std::string{problems_with_invitation(invitation, today).code()}; }

}  // namespace

TEST_CASE("a role is held where such people work, and nowhere else")
{
    CHECK(may_hold(Role::commissioner, "authority_team"));
    CHECK_FALSE(may_hold(Role::commissioner, "school"));
    CHECK_FALSE(may_hold(Role::administrator, "provider"));
    CHECK(may_hold(Role::school_lead, "school"));
    CHECK_FALSE(may_hold(Role::school_lead, "authority_team"));
    CHECK(may_hold(Role::trust_lead, "trust"));
    CHECK(may_hold(Role::provider_tutor, "provider"));
    CHECK_FALSE(may_hold(Role::provider_tutor, "school"));
    CHECK(may_hold(Role::agency_worker, "agency"));
    CHECK(may_hold(Role::panel_member, "school"));
    CHECK(may_hold(Role::panel_member, "agency"));
    CHECK_FALSE(may_hold(Role::panel_chair, "provider"));
}

TEST_CASE("an invitation begins today or later, and ends no sooner than it begins")
{
    CHECK(wrong_with(of(Role::school_lead, "school")) == "");
    CHECK(wrong_with(of(Role::school_lead, "school", {today - Days{1}, {}})) == "people.from_past");
    CHECK(wrong_with(of(Role::school_lead, "school", {today, today})) == "");
    CHECK(wrong_with(of(Role::school_lead, "school", {today + Days{1}, today})) == "people.to_before_from");
    CHECK(wrong_with(of(Role::commissioner, "school")) == "people.role_elsewhere");
}

TEST_CASE("an inspector’s view always has an end")
{
    CHECK(wrong_with(of(Role::inspector, "agency")) == "people.inspector_without_end");
    CHECK(wrong_with(of(Role::inspector, "agency", {today, today + Days{14}})) == "");
}

TEST_CASE("an invitation needs a name and an address")
{
    for (const std::string_view email : {"", "sam", "sam@", "@marshlane.example", "sam@marshlane", "sam@@marshlane.example", "sam okoro@marshlane.example", "sam@.example", "sam@marshlane.",
                                         "sam@marshlane.example\r\nBcc: x@y.example"}) {
        CAPTURE(email);
        auto invitation = of(Role::school_lead, "school");
        invitation.email = email;
        CHECK(wrong_with(invitation) == "people.email_wrong");
    }
    auto nameless = of(Role::school_lead, "school");
    nameless.name = "  ";
    CHECK(wrong_with(nameless) == "people.name_missing");
}

TEST_CASE("a role ends yesterday, today or later, not before it began, and not twice")
{
    const auto ending = [](DateRange period, Date last_day) { return std::string{problems_with_ending({Role::school_lead, period}, last_day, today).code()}; };
    const DateRange since_summer{date(2026, 9, 1), {}};
    CHECK(ending(since_summer, today) == "");
    CHECK(ending(since_summer, today - Days{1}) == "");
    CHECK(ending(since_summer, today - Days{2}) == "people.end_in_past");
    CHECK(ending(since_summer, today + Days{30}) == "");
    CHECK(ending({today, {}}, today - Days{1}) == "people.to_before_from");
    CHECK(ending({today, {}}, today) == "");
    CHECK(ending({date(2026, 9, 1), today - Days{1}}, today) == "people.role_ended");
    CHECK(ending({date(2026, 9, 1), today}, today) == "");
}

TEST_CASE("somebody always looks after accounts")
{
    const DateRange since_summer{date(2026, 9, 1), {}};
    CHECK(problems_with_ending({Role::administrator, since_summer, true}, today, today).code() == "people.last_administrator");
    CHECK(problems_with_ending({Role::administrator, since_summer, false}, today, today).empty());
    CHECK(problems_with_ending({Role::commissioner, since_summer, true}, today, today).empty());
}
