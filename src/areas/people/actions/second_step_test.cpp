// The second step of signing in, on both engines: codes that count once, recovery codes, the wait and the lock, moving and turning off.
#include <doctest/doctest.h>

#include <algorithm>

#include "people/actions/authenticator.hpp"
#include "people/actions/sign_in.hpp"
#include "people/actions/signing_in_world_test.hpp"
#include "people/rules/second_step.hpp"
#include "people/store/second_steps.hpp"
#include "people/store/sign_ins.hpp"

using namespace waymark;
using namespace waymark::people;
using namespace waymark::testing;

TEST_CASE("without an authenticator the password signs in, with one only the first step is done")
{
    for_each_engine([](World& world) {
        const auto sam = bring_sam(world);
        auto& context = world.context;
        const auto plain = first_step(context);
        REQUIRE(plain.has_value());
        CHECK(plain->still_to_come == StillToCome::nothing);
        CHECK(is_signed_in(context, plain->token));
        const auto phone = with_authenticator(context, sam);
        const auto first = first_step(context);
        REQUIRE(first.has_value());
        CHECK(first->still_to_come == StillToCome::code);
        CHECK_FALSE(is_signed_in(context, first->token));
        const auto second = sign_in_with_code(context, {first->token, {phone.code_at(context.now + code_lasts), address}});
        REQUIRE(second.has_value());
        CHECK(second->token != first->token);
        CHECK(is_signed_in(context, second->token));
        CHECK_FALSE(is_signed_in(context, first->token));
        CHECK(code_of(whose_second_step(context, first->token)) == "people.sign_in_again");
    });
}

TEST_CASE("a code counts once, and so does none before it")
{
    for_each_engine([](World& world) {
        const auto sam = bring_sam(world);
        auto& context = world.context;
        const auto phone = with_authenticator(context, sam);  // its first code was that of now
        CHECK(code_of(take_code(context, sam, {phone.code_at(context.now), address})) == "people.code_wrong");
        CHECK(code_of(take_code(context, sam, {phone.code_at(context.now - code_lasts), address})) == "people.code_wrong");
        const auto next = phone.code_at(context.now + code_lasts);
        CHECK(code_of(take_code(context, sam, {next.substr(0, 3) + " " + next.substr(3), address})) == "");
        CHECK(code_of(take_code(context, sam, {next, address})) == "people.code_wrong");
        CHECK(code_of(take_code(context, sam, {phone.code_at(context.now + 2 * code_lasts), address})) == "people.code_wrong");
        CHECK(code_of(take_code(context, sam, {"", address})) == "people.code_missing");
        context.now += std::chrono::minutes{10};
        CHECK(code_of(take_code(context, sam, {phone.code_at(context.now), address})) == "");
    });
}

TEST_CASE("a recovery code counts once, for its person alone, and is told in the trail without itself")
{
    for_each_engine([](World& world) {
        const auto sam = bring_sam(world);
        auto& context = world.context;
        const auto phone = with_authenticator(context, sam);
        REQUIRE(phone.recovery_codes.size() == 10);
        const auto& code = phone.recovery_codes.front();
        User other = sam;
        other.id = {Id::from_words("somebody else")};
        CHECK(code_of(take_code(context, other, {code, address})) == "people.code_wrong");
        const auto taken = take_code(context, sam, {code, address});
        REQUIRE(taken.has_value());
        CHECK(taken->was_recovery_code);
        CHECK(taken->recovery_codes_left == 9);
        CHECK(code_of(take_code(context, sam, {code, address})) == "people.code_wrong");
        CHECK(last_event(context, sam).verb == "used_recovery_code");
        CHECK(last_event(context, sam).after == R"({"left":9})");
        const auto kept = context.read([&](Transaction& tx) { return recovery_codes(tx, sam.id); });
        CHECK(std::ranges::none_of(kept, [&](const RecoveryCode& each) { return each.code_hash.contains(code) || each.code_hash.contains(code_as_typed(code)); }));
    });
}

TEST_CASE("wrong codes slow down however often the password is right, and twenty lock the account until somebody opens it")
{
    for_each_engine([](World& world) {
        const auto sam = bring_sam(world);
        auto& context = world.context;
        const auto phone = with_authenticator(context, sam);
        const auto try_wrong = [&] { return code_of(take_code(context, sam, {"000 000", address})); };
        for (int tries = 0; tries < 5; ++tries) {
            CHECK(try_wrong() == "people.code_wrong");
            CHECK(first_step_code(context) == (tries < 4 ? "" : "people.sign_in_wait"));
        }
        CHECK(code_of(take_code(context, sam, {phone.code_at(context.now + code_lasts), address})) == "people.sign_in_wait");
        for (int tries = 5; tries < 20; ++tries) {
            context.now += std::chrono::minutes{6};
            CHECK(try_wrong() == "people.code_wrong");
        }
        context.now += std::chrono::hours{48};
        CHECK(try_wrong() == "people.account_locked");
        CHECK(code_of(take_code(context, sam, {phone.code_at(context.now), address})) == "people.account_locked");
        CHECK(first_step_code(context) == "people.account_locked");
        CHECK(code_of(sign_in(context, {sam.email, "guess", address})) == "people.sign_in_wrong");  // tells a stranger nothing
        write(context, [&](Transaction& tx) { note_attempt(tx, sam.email, address, true, AttemptKind::code); });
        CHECK(code_of(take_code(context, sam, {phone.code_at(context.now), address})) == "");
    });
}

TEST_CASE("wrong passwords alone never lock, so that nobody can lock a stranger out")
{
    for_each_engine([](World& world) {
        const auto sam = bring_sam(world);
        auto& context = world.context;
        for (int tries = 0; tries < 30; ++tries) {
            context.now += std::chrono::minutes{6};
            CHECK(code_of(sign_in(context, {sam.email, "guess", address})) == "people.sign_in_wrong");
        }
        context.now += std::chrono::minutes{6};
        CHECK(first_step_code(context) == "");
    });
}

TEST_CASE("the second step waits a quarter of an hour for its code")
{
    for_each_engine([](World& world) {
        const auto sam = bring_sam(world);
        auto& context = world.context;
        const auto phone = with_authenticator(context, sam);
        const auto first = first_step(context), second = first_step(context);
        context.now += std::chrono::minutes{15} - std::chrono::milliseconds{1};
        CHECK(code_of(sign_in_with_code(context, {first->token, {phone.code_at(context.now), address}})) == "");
        context.now += std::chrono::milliseconds{1};
        CHECK(code_of(sign_in_with_code(context, {second->token, {phone.code_at(context.now + code_lasts), address}})) == "people.sign_in_again");
        Context elsewhere = world.of_authority("991");
        CHECK(code_of(whose_second_step(elsewhere, first_step(context)->token)) == "people.sign_in_again");
    });
}

TEST_CASE("a role that must have an authenticator asks for one to be set up, and the authority chooses which roles do")
{
    for_each_engine([](World& world) {
        const auto sam = bring_sam(world, Role::commissioner);
        auto& context = world.context;
        CHECK(first_step(context)->still_to_come == StillToCome::authenticator);
        write(context, [](Transaction& tx) { set_authority_setting(tx, "authenticator_roles", "", tx.today()); });
        CHECK(first_step(context)->still_to_come == StillToCome::nothing);
        write(context, [](Transaction& tx) { set_authority_setting(tx, "authenticator_roles", "commissioner", tx.today()); });
        CHECK(first_step(context)->still_to_come == StillToCome::authenticator);
        const auto phone = with_authenticator(context, sam);
        CHECK(code_of(turn_off(context, sam, {right_password, {phone.code_at(context.now + code_lasts), address}})) == "people.authenticator_needed");
    });
}

TEST_CASE("an authenticator is turned off with password and code, neither of them alone")
{
    for_each_engine([](World& world) {
        const auto sam = bring_sam(world);
        auto& context = world.context;
        const auto phone = with_authenticator(context, sam);
        const auto code = phone.code_at(context.now + code_lasts);
        CHECK(code_of(turn_off(context, sam, {"", {code, address}})) == "people.password_missing");
        CHECK(code_of(turn_off(context, sam, {"guess", {code, address}})) == "people.password_wrong");
        CHECK(code_of(turn_off(context, sam, {right_password, {"", address}})) == "people.code_missing");
        CHECK(code_of(turn_off(context, sam, {right_password, {"000000", address}})) == "people.code_wrong");
        CHECK(first_step(context)->still_to_come == StillToCome::code);
        CHECK(code_of(turn_off(context, sam, {right_password, {code, address}})) == "");
        CHECK(first_step(context)->still_to_come == StillToCome::nothing);
        CHECK(context.read([&](Transaction& tx) { return recovery_codes(tx, sam.id); }).empty());
        CHECK(last_event(context, sam).verb == "signed_in");
    });
}

TEST_CASE("on the way to another phone the old one counts until the first code of the new")
{
    for_each_engine([](World& world) {
        const auto sam = bring_sam(world);
        auto& context = world.context;
        const auto old_phone = with_authenticator(context, sam);
        CHECK(code_of(set_up_to_show(context, sam)) == "people.authenticator_there");
        REQUIRE(code_of(begin_move(context, sam, {right_password, {old_phone.recovery_codes.back(), address}})) == "");
        const auto shown = set_up_to_show(context, sam);
        REQUIRE(shown.has_value());
        CHECK(set_up_to_show(context, sam)->secret == shown->secret);
        Phone new_phone = phone_of(context, sam);
        CHECK(code_of(confirm_set_up(context, sam, {old_phone.code_at(context.now), address})) == "people.code_wrong");
        CHECK(code_of(take_code(context, sam, {old_phone.code_at(context.now + code_lasts), address})) == "");
        REQUIRE(code_of(confirm_set_up(context, sam, {new_phone.code_at(context.now), address})) == "");
        context.now += std::chrono::minutes{5};
        CHECK(code_of(take_code(context, sam, {old_phone.code_at(context.now), address})) == "people.code_wrong");
        CHECK(code_of(take_code(context, sam, {old_phone.recovery_codes.front(), address})) == "people.code_wrong");
        CHECK(code_of(take_code(context, sam, {new_phone.code_at(context.now), address})) == "");
    });
}

TEST_CASE("a secret that was shown and not confirmed is forgotten after an hour")
{
    for_each_engine([](World& world) {
        const auto sam = bring_sam(world);
        auto& context = world.context;
        const auto shown = set_up_to_show(context, sam);
        REQUIRE(shown.has_value());
        CHECK(shown->secret.size() == 39);  // eight groups of four and seven spaces
        CHECK(shown->address.starts_with("otpauth://totp/Waymark%20Harrowdale:sam.okoro%40marshlane.example?secret="));
        context.now += std::chrono::minutes{60};
        CHECK(set_up_to_show(context, sam)->secret != shown->secret);
    });
}

TEST_CASE("new recovery codes take the place of the old, and cost a password and a code")
{
    for_each_engine([](World& world) {
        const auto sam = bring_sam(world);
        auto& context = world.context;
        const auto phone = with_authenticator(context, sam);
        CHECK(code_of(make_recovery_codes(context, sam, {"guess", {phone.recovery_codes[0], address}})) == "people.password_wrong");
        const auto fresh = make_recovery_codes(context, sam, {right_password, {phone.recovery_codes[0], address}});
        REQUIRE(fresh.has_value());
        CHECK(fresh->size() == 10);
        CHECK(code_of(take_code(context, sam, {phone.recovery_codes[1], address})) == "people.code_wrong");
        CHECK(code_of(take_code(context, sam, {fresh->at(1), address})) == "");
    });
}
