#include <doctest/doctest.h>

#include "people/rules/roles.hpp"

#include "foundation/enum_text.hpp"
#include "people/rules/sign_in.hpp"

using namespace waymark;
using namespace waymark::people;
using enum Role;
using enum Permission;

TEST_CASE("everybody may open the front door, only those signed in their account")
{
    CHECK(may(std::nullopt, anyone));
    CHECK_FALSE(may(std::nullopt, signed_in));
    CHECK_FALSE(may(std::nullopt, see_work));
    CHECK(may(administrator, signed_in));
}

TEST_CASE("a permission without a row in the table is nobody's")
{
    for (const Role role : enum_values<Role>()) CHECK_FALSE(may(role, static_cast<Permission>(enum_values<Permission>().size())));
}

TEST_CASE("an administrator manages accounts and never sees a child")
{
    CHECK(may(administrator, manage_users));
    for (const auto permission : {see_pupils, see_referrals, see_placements, see_reviews, see_attendance, see_absence, see_oversight, see_pupil_access}) {
        CAPTURE(enum_text(permission));
        CHECK_FALSE(may(administrator, permission));
    }
}

TEST_CASE("an inspector reads and changes nothing")
{
    CHECK(may(inspector, see_pupils));
    CHECK(may(inspector, see_oversight));
    for (const auto permission : {edit_providers, approve_provider_changes, import_providers, create_pupils, edit_pupils, write_referrals, triage_referrals,
                                  run_panels, decide_referrals, sign_off_placements, send_letters, make_offers, answer_offers, manage_placements,
                                  give_confirmations, take_registers, correct_registers, record_absence_contact, hold_reviews, change_calendars, change_settings, manage_users}) {
        CAPTURE(enum_text(permission));
        CHECK_FALSE(may(inspector, permission));
    }
}

TEST_CASE("the panel decides, and those who ask or pay do not")
{
    CHECK(may(panel_chair, decide_referrals));
    CHECK(may(panel_clerk, decide_referrals));
    for (const auto role : {panel_member, commissioner, school_lead, finance_officer, director, provider_manager}) {
        CAPTURE(enum_text(role));
        CHECK_FALSE(may(role, decide_referrals));
    }
}

TEST_CASE("a place is offered by those who place children, and answered by the provider")
{
    CHECK(may(commissioner, make_offers));
    CHECK(may(provider_manager, answer_offers));
    CHECK_FALSE(may(provider_manager, make_offers));
    CHECK_FALSE(may(commissioner, answer_offers));
    CHECK_FALSE(may(school_lead, make_offers));
}

TEST_CASE("a tutor takes the register, and sees neither referrals nor offers")
{
    CHECK(may(provider_tutor, take_registers));
    CHECK_FALSE(may(provider_tutor, correct_registers));
    CHECK_FALSE(may(provider_tutor, see_referrals));
    CHECK_FALSE(may(provider_tutor, see_offers));
}

TEST_CASE("schools refer their pupils, their attendance officers ring up about absence")
{
    CHECK(may(school_lead, write_referrals));
    CHECK(may(school_attendance, record_absence_contact));
    CHECK_FALSE(may(school_attendance, write_referrals));
    CHECK_FALSE(may(provider_manager, write_referrals));
}

TEST_CASE("each permission is held by some role, and each role has a name, a way to ask and somewhere to go")
{
    for (const auto permission : enum_values<Permission>()) {
        CAPTURE(enum_text(permission));
        bool held = false;
        for (const auto role : enum_values<Role>()) held = held || may(role, permission);
        CHECK(held == (permission != see_as_family));  // a family’s own pages are no role’s
    }
    for (const auto role : enum_values<Role>()) {
        CAPTURE(enum_text(role));
        CHECK_FALSE(role_name(role).empty());
        CHECK_FALSE(whom_to_ask(role).empty());
        CHECK_FALSE(destinations(role).empty());
        CHECK(destinations(role).front().path == "/work");
    }
}

TEST_CASE("five wrong passwords cost nothing, then the wait doubles up to five minutes")
{
    const Instant now{std::chrono::hours{500000}};
    const auto wait_after = [&](int failures) { return wait_before_next_try({.of_account = failures, .last_of_account = now}, now); };
    CHECK(wait_after(4) == std::chrono::seconds{0});
    CHECK(wait_after(5) == std::chrono::seconds{2});
    CHECK(wait_after(6) == std::chrono::seconds{4});
    CHECK(wait_after(12) == std::chrono::seconds{256});
    CHECK(wait_after(13) == std::chrono::minutes{5});
    CHECK(wait_after(5000) == std::chrono::minutes{5});
}

TEST_CASE("the wait runs out, and a school's shared address is not held up by a few mistakes")
{
    const Instant now{std::chrono::hours{500000}};
    const FailedTries tries{.of_account = 6, .of_address = 49, .last_of_account = now - std::chrono::seconds{3}, .last_of_address = now};
    CHECK(wait_before_next_try(tries, now) == std::chrono::seconds{1});
    CHECK(wait_before_next_try(tries, now + std::chrono::seconds{2}) == std::chrono::seconds{0});
    CHECK(wait_before_next_try({.of_address = 50, .last_of_address = now}, now) == std::chrono::seconds{2});
}
