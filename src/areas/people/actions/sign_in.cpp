// The password is weighed between two transactions: it takes a while, and nobody should wait for it. A right password counts as a
// success only when nothing is still to come: else whoever has it could have the wrong codes forgotten by signing in anew.
#include "people/actions/sign_in.hpp"

#include <algorithm>

#include "foundation/json.hpp"
#include "foundation/text.hpp"
#include "people/rules/roles.hpp"
#include "people/rules/second_step.hpp"
#include "people/store/organisations.hpp"
#include "people/store/second_steps.hpp"
#include "people/store/sign_ins.hpp"
#include "platform/access/password.hpp"

namespace waymark::people {
namespace {

/// Starts the sign-in in that role and records it, as done by the person who signs in.
Result<SignedIn> start(Transaction& tx, const User& user, const Membership& membership, std::size_t roles, const CameFrom& from, std::string_view with = {})
{
    auto& who = tx.context().who;
    act_for(tx.context(), user);
    who.role = membership.role;
    who.organisation = membership.organisation;
    who.organisation_name = membership.organisation_name;
    SignedIn signed_in{.token = start_sign_in(tx, user.id, membership.id, from.address), .browser = know_browser(tx, user.id, from.browser), .has_other_roles = roles > 1};
    const auto after = with.empty() ? std::string{} : json_text(Json{{"identity_provider", with}});
    TRY(tx.record({.verb = "signed_in", .entity = "user", .about = user.id.value, .pupil = {}, .after = after}));
    return signed_in;
}

StillToCome what_is_still_to_come(Transaction& tx, UserId user)
{
    if (authenticator(tx, user)) return StillToCome::code;
    return must_have_authenticator(tx, user) ? StillToCome::authenticator : StillToCome::nothing;
}

Result<std::vector<Membership>> memberships_to_act_in(Transaction& tx, UserId user)
{
    auto memberships = memberships_of(tx, user);
    if (memberships.empty())
        return refused("people.no_role", "You have no role here today. Ask the person who looks after accounts in your authority.", "email");
    return memberships;
}

}  // namespace

Result<SignedIn> sign_in(Context& context, const SignInByPassword& command)
{
    const auto attempt = TRY(begin_try(context, command.email, command.from, "password"));
    const auto known = context.read([&](Transaction& tx) { return user_by_email(tx, command.email); });
    const bool has_account = known && known->is_active;
    const bool is_right = access::is_password(has_account ? known->password_hash : std::string{}, command.password);
    if (!is_right) return refused("people.sign_in_wrong", "The email address or the password is not right. Check both and try again.", "email");
    return context.in_transaction(
        [&](Transaction& tx) { return go_on_after_first_step(tx, *known, {.from = command.from, .attempt = attempt, .field = "password", .with = {}}); });
}

Result<SignedIn> go_on_after_first_step(Transaction& tx, const User& user, const FirstStep& first)
{
    const auto memberships = TRY(memberships_to_act_in(tx, user.id));
    const auto still_to_come = first.second_step == SecondStep::shown_elsewhere ? StillToCome::nothing : what_is_still_to_come(tx, user.id);
    TRY(check_unlocked(tx, user.email, first.field));
    if (still_to_come != StillToCome::nothing) {
        if (first.attempt) mark_right(tx, *first.attempt, AttemptKind::right_so_far);
        return SignedIn{.token = start_unfinished_sign_in(tx, user.id, first.from.address), .still_to_come = still_to_come};
    }
    if (first.attempt) mark_right(tx, *first.attempt, AttemptKind::password);
    else note_attempt(tx, user.email, first.from, true);
    return start(tx, user, memberships.front(), memberships.size(), first.from, first.with);
}

Result<User> whose_second_step(Context& context, std::string_view token)
{
    const auto found = context.read([&](Transaction& tx) -> std::optional<User> {
        const auto whose = unfinished_sign_in(tx, token);
        return whose ? user(tx, *whose) : std::nullopt;
    });
    if (found) return *found;
    return refused("people.sign_in_again", "Your time for this step was up. Enter your email address and password again.", "email");
}

Result<SignedIn> sign_in_with_code(Context& context, const SignInWithCode& command)
{
    const auto whose = TRY(whose_second_step(context, command.token));
    act_for(context, whose);
    const auto taken = TRY(take_code(context, whose, command.code));
    auto signed_in = TRY(finish_sign_in(context, whose, command.token, command.code.from));
    if (taken.was_recovery_code) signed_in.success = "You used a recovery code. You have " + std::to_string(taken.recovery_codes_left) + " left.";
    return signed_in;
}

Result<SignedIn> finish_sign_in(Context& context, const User& user, std::string_view token, const CameFrom& from)
{
    return context.in_transaction([&](Transaction& tx) -> Result<SignedIn> {
        const auto memberships = TRY(memberships_to_act_in(tx, user.id));
        end_unfinished_sign_in(tx, token);
        note_attempt(tx, user.email, from, true);
        return start(tx, user, memberships.front(), memberships.size(), from);
    });
}

bool must_have_authenticator(Transaction& tx, Role role)
{
    const auto roles = roles_with_authenticator(authority_setting(tx, "authenticator_roles", tx.today()));
    return std::ranges::find(roles, role) != roles.end();
}

bool must_have_authenticator(Transaction& tx, UserId user)
{
    const auto roles = roles_with_authenticator(authority_setting(tx, "authenticator_roles", tx.today()));
    return std::ranges::any_of(memberships_of(tx, user), [&](const Membership& held) { return std::ranges::find(roles, held.role) != roles.end(); });
}

Result<SignedIn> sign_in_as(Context& context, MembershipId membership, const CameFrom& from)
{
    const auto no_such_person = [] { return not_found("people.no_such_person", "There is no such person to sign in as."); };
    if (!context.demonstration) return no_such_person();
    return context.in_transaction([&](Transaction& tx) -> Result<SignedIn> {
        for (const auto& person : people_to_sign_in_as(tx)) {
            const auto chosen = std::ranges::find(person.memberships, membership, &Membership::id);
            if (chosen == person.memberships.end()) continue;
            const auto found = user(tx, person.user);
            expects(found.has_value());
            return start(tx, *found, *chosen, 1, from);
        }
        return no_such_person();
    });
}

}  // namespace waymark::people
