// Passwords, links that work once, invitations, roles that end: on both engines.
#include <doctest/doctest.h>

#include "people/actions/keep_accounts.hpp"
#include "people/actions/set_password.hpp"
#include "people/actions/signing_in_world_test.hpp"

using namespace waymark;
using namespace waymark::people;
using namespace waymark::testing;

namespace {

constexpr const char* new_words = "lamp goat tuesday";

Invite invitation(std::string email = "noor@marshlane.example")
{
    return {.name = "Noor Aziz", .email = std::move(email), .organisation = sams_school, .role = Role::school_attendance, .period = {date(2026, 11, 23), {}}};
}

std::string by_link(Context& context, const std::string& token, std::string words = new_words)
{
    return code_of(set_password_by_link(context, {token, std::move(words), address}));
}

User user_now(Context& context, UserId id)
{
    return context.read([&](Transaction& tx) { return user(tx, id); }).value();
}

}  // namespace

TEST_CASE("whoever changes their password stays signed in there, and nowhere else")
{
    for_each_engine([](World& world) {
        const auto sam = bring_sam(world);
        auto& context = world.context;
        const auto here = first_step(context)->token, elsewhere = first_step(context)->token;
        const auto change = [&](std::string old_words, std::string words) { return code_of(change_password(context, sam, {std::move(old_words), std::move(words), here, address})); };
        CHECK(change("guess", new_words) == "people.password_wrong");
        CHECK(change(right_password, "short") == "people.password_short");
        CHECK(change("", new_words) == "people.password_missing");
        CHECK(is_signed_in(context, elsewhere));
        CHECK(change(right_password, new_words) == "");
        CHECK(last_event(context, sam).verb == "changed_password");
        CHECK(is_signed_in(context, here));
        CHECK_FALSE(is_signed_in(context, elsewhere));
        CHECK(code_of(sign_in(context, {sam.email, right_password, address})) == "people.sign_in_wrong");
        CHECK(code_of(sign_in(context, {sam.email, new_words, address})) == "");
    });
}

TEST_CASE("somebody invited sets a password with the link, once, and signs in")
{
    for_each_engine([](World& world) {
        bring_sam(world);
        auto& context = world.context;
        const auto invited = invite(context, invitation());
        REQUIRE(invited.has_value());
        CHECK(code_of(sign_in(context, {"noor@marshlane.example", "", address})) == "people.sign_in_wrong");
        CHECK(by_link(context, invited->token, "short") == "people.password_short");
        CHECK(by_link(context, invited->token) == "");
        CHECK(by_link(context, invited->token) == "people.link_gone");
        CHECK(code_of(sign_in(context, {"Noor@MarshLane.example", new_words, address})) == "");
    });
}

TEST_CASE("a link is gone when it was used, replaced or is too old, was never there, or is another authority’s")
{
    for_each_engine([](World& world) {
        const auto sam = bring_sam(world);
        auto& context = world.context;
        const auto look = [&](const std::string& token) { return code_of(look_at_link(context, token, address)); };
        const auto first = hand_over_link(context, sam.id)->token, second = hand_over_link(context, sam.id)->token;
        CHECK(look(first) == "people.link_gone");
        CHECK(look(second) == "");
        CHECK(look("never-there") == "people.link_gone");
        CHECK(look("") == "people.link_gone");
        Context elsewhere = world.of_authority("991");
        CHECK(code_of(look_at_link(elsewhere, second, address)) == "people.link_gone");
        CHECK(code_of(set_password_by_link(elsewhere, {second, new_words, address})) == "people.link_gone");
        context.now += std::chrono::hours{1} - std::chrono::milliseconds{1};
        CHECK(look(second) == "");
        context.now += std::chrono::milliseconds{1};
        CHECK(look(second) == "people.link_gone");
        CHECK(by_link(context, second) == "people.link_gone");
        const auto invited = invite(context, invitation())->token;
        context.now += std::chrono::hours{48} - std::chrono::milliseconds{1};
        CHECK(look(invited) == "");
        context.now += std::chrono::milliseconds{1};
        CHECK(look(invited) == "people.link_gone");
    });
}

TEST_CASE("a reset signs its person out everywhere and leaves the authenticator on")
{
    for_each_engine([](World& world) {
        const auto sam = bring_sam(world);
        auto& context = world.context;
        const auto before = first_step(context)->token;
        with_authenticator(context, sam);
        const auto link = hand_over_link(context, sam.id);
        CHECK(link->kind == LinkKind::reset);
        CHECK(is_signed_in(context, before));
        CHECK(by_link(context, link->token) == "");
        CHECK_FALSE(is_signed_in(context, before));
        const auto first = sign_in(context, {sam.email, new_words, address});
        REQUIRE(first.has_value());
        CHECK(first->still_to_come == StillToCome::code);
    });
}

TEST_CASE("fifty links tried in vain slow down the address, and nobody’s account")
{
    for_each_engine([](World& world) {
        const auto sam = bring_sam(world);
        auto& context = world.context;
        const auto good = hand_over_link(context, sam.id)->token;
        for (int tries = 0; tries < 50; ++tries) CHECK(code_of(look_at_link(context, "made-up", address)) == "people.link_gone");
        CHECK(code_of(look_at_link(context, good, address)) == "people.sign_in_wait");
        CHECK(code_of(look_at_link(context, good, "10.0.0.2")) == "");
        CHECK(code_of(sign_in(context, {sam.email, right_password, "10.0.0.2"})) == "");
    });
}

TEST_CASE("asking for a new password answers the same for every address, and is seen by whoever looks after accounts until they answer")
{
    for_each_engine([](World& world) {
        const auto sam = bring_sam(world);
        auto& context = world.context;
        CHECK(code_of(ask_for_new_password(context, "nobody@x.example", address)) == "");
        CHECK(code_of(ask_for_new_password(context, "SAM.okoro@marshlane.example", address)) == "");
        const auto sams_account = [&] { return context.read([](Transaction& tx) { return accounts(tx, "sam.okoro"); }).at(0); };
        CHECK(sams_account().asked_at == context.now);
        REQUIRE(hand_over_link(context, sam.id).has_value());
        CHECK_FALSE(sams_account().asked_at.has_value());
        for (int asked = 2; asked < 50; ++asked) (void)ask_for_new_password(context, "nobody@x.example", address);
        CHECK(code_of(ask_for_new_password(context, "nobody@x.example", address)) == "people.sign_in_wait");
    });
}

TEST_CASE("inviting somebody who has an account gives them the role, once")
{
    for_each_engine([](World& world) {
        const auto sam = bring_sam(world);
        auto& context = world.context;
        const auto again = invite(context, invitation("Sam.Okoro@marshlane.example"));
        REQUIRE(again.has_value());
        CHECK(again->user == sam.id);
        CHECK(again->token.empty());
        CHECK(code_of(invite(context, invitation(sam.email))) == "people.role_held");
        auto wrong = invitation();
        wrong.role = Role::commissioner;
        CHECK(code_of(invite(context, wrong)) == "people.role_elsewhere");
        wrong.organisation = {Id::from_words("nowhere")};
        CHECK(code_of(invite(context, wrong)) == "people.organisation_missing");
    });
}

TEST_CASE("a role that ended yesterday signs out whoever acts in it, and the last administrator stays")
{
    for_each_engine([](World& world) {
        const auto sam = bring_sam(world);
        auto& context = world.context;
        const auto token = first_step(context)->token;
        const MembershipId role{Id::from_words("Sam’s role")};
        CHECK(code_of(end_role(context, {sam.id, role, date(2026, 11, 21)})) == "people.end_in_past");
        CHECK(code_of(end_role(context, {sam.id, {Id::from_words("no role")}, date(2026, 11, 22)})) == "people.no_such_role");
        CHECK(is_signed_in(context, token));
        CHECK(code_of(end_role(context, {sam.id, role, date(2026, 11, 22)})) == "");
        CHECK_FALSE(is_signed_in(context, token));
        CHECK(code_of(end_role(context, {sam.id, role, date(2026, 11, 22)})) == "people.role_ended");
        CHECK(last_event(context, sam).verb == "ended_role");
        Context elsewhere = world.of_authority("991");
        CHECK(code_of(end_role(elsewhere, {sam.id, role, date(2026, 11, 22)})) == "people.no_such_account");
    });
}

TEST_CASE("the last administrator stays until another is there for good")
{
    for_each_engine([](World& world) {
        const auto sam = bring_sam(world, Role::administrator);
        auto& context = world.context;
        const EndRole ending{sam.id, {Id::from_words("Sam’s role")}, date(2026, 11, 23)};
        const UserId other{Id::from_words("Noor Aziz")};
        const auto bring = [&](Transaction& tx, std::string_view name, DateRange period) {
            insert_membership(tx, {.id = {Id::from_words(name)}, .user = other, .organisation = sams_school, .role = Role::administrator, .period = period});
        };
        write(context, [&](Transaction& tx) {
            insert_user(tx, {.id = other, .name = "Noor Aziz", .email = "noor@marshlane.example", .demonstration = {}});
            bring(tx, "for a while", {date(2026, 9, 1), date(2026, 12, 18)});
            bring(tx, "from next year", {date(2027, 1, 4), {}});
        });
        CHECK(code_of(end_role(context, ending)) == "people.last_administrator");
        write(context, [&](Transaction& tx) { bring(tx, "for good", {date(2026, 9, 1), {}}); });
        CHECK(code_of(end_role(context, ending)) == "");
    });
}

TEST_CASE("a lost authenticator is taken off and its person signed out; a locked account is unlocked")
{
    for_each_engine([](World& world) {
        const auto sam = bring_sam(world);
        auto& context = world.context;
        const auto before = first_step(context)->token;
        with_authenticator(context, sam);
        for (int tries = 0; tries < 20; ++tries) {
            context.now += std::chrono::minutes{6};
            (void)take_code(context, sam, {"000000", address});
        }
        context.now += std::chrono::minutes{6};
        CHECK(first_step_code(context) == "people.account_locked");
        REQUIRE(code_of(unlock(context, sam.id)) == "");
        CHECK(first_step(context)->still_to_come == StillToCome::code);
        REQUIRE(code_of(take_off_authenticator(context, sam.id)) == "");
        CHECK_FALSE(is_signed_in(context, before));
        CHECK(first_step(context)->still_to_come == StillToCome::nothing);
        CHECK(code_of(unlock(context, {Id::from_words("nobody")})) == "people.no_such_account");
    });
}

TEST_CASE("accounts are found by name, address and organisation, with the roles they hold or will")
{
    for_each_engine([](World& world) {
        const auto sam = bring_sam(world);
        auto& context = world.context;
        const auto found = [&](std::string_view words) { return context.read([&](Transaction& tx) { return accounts(tx, words); }); };
        for (const std::string_view words : {"okoro", "SAM.OKORO@", "marsh lane", " Sam "}) {
            CAPTURE(words);
            REQUIRE(found(words).size() == 1);
        }
        CHECK(found("nobody of that name").empty());
        CHECK(found("").size() == 2);  // Priya Raman, who asks, is the other
        const auto account = found("okoro").at(0);
        CHECK(account.has_password);
        CHECK_FALSE(account.has_authenticator);
        REQUIRE(account.roles.size() == 1);
        CHECK(account.roles[0].organisation_name == "Marsh Lane Academy");
        with_authenticator(context, sam);
        CHECK(found("okoro").at(0).has_authenticator);
        CHECK(user_now(context, sam.id).email == sam.email);
    });
}
