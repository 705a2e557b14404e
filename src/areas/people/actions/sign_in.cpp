// The password is weighed between two transactions: it takes a while, and nobody should wait for it.
#include "people/actions/sign_in.hpp"

#include <algorithm>

#include "foundation/text.hpp"
#include "people/rules/roles.hpp"
#include "people/rules/sign_in.hpp"
#include "people/store/sign_ins.hpp"
#include "platform/access/password.hpp"

namespace waymark::people {
namespace {

std::string in_words(std::chrono::milliseconds wait)
{
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(wait).count();
    return seconds < 60 ? counted(seconds, "second") : counted((seconds + 59) / 60, "minute");
}

/// Starts the sign-in in that role and records it, as done by the person who signs in.
Result<SignedIn> start(Transaction& tx, const User& user, const Membership& membership, std::size_t roles, std::string_view from_address)
{
    auto& who = tx.context().who;
    who.user = user.id;
    who.name = user.name;
    who.role = membership.role;
    who.organisation = membership.organisation;
    who.organisation_name = membership.organisation_name;
    SignedIn signed_in{.token = start_sign_in(tx, user.id, membership.id, from_address), .has_other_roles = roles > 1};
    TRY(tx.record({.verb = "signed_in", .entity = "user", .about = user.id.value, .pupil = {}}));
    return signed_in;
}

}  // namespace

Result<SignedIn> sign_in(Context& context, const SignInByPassword& command)
{
    struct Known {
        FailedTries tries;
        std::optional<User> user;
    };
    const auto known = context.read([&](Transaction& tx) {
        return Known{failed_tries(tx, command.email, command.from_address), user_by_email(tx, command.email)};
    });
    if (const auto wait = wait_before_next_try(known.tries, context.now); wait.count() > 0)
        return refused("people.sign_in_wait", "Too many tries. Wait " + in_words(wait) + ", then try again.", "password");

    const bool has_account = known.user && known.user->is_active;
    const bool is_right = access::is_password(has_account ? known.user->password_hash : std::string{}, command.password);
    if (!is_right) {
        TRY(context.in_transaction([&](Transaction& tx) -> Result<void> {
            note_attempt(tx, command.email, command.from_address, false);
            return {};
        }));
        return refused("people.sign_in_wrong", "The email address or the password is not right. Check both and try again.", "email");
    }
    return context.in_transaction([&](Transaction& tx) -> Result<SignedIn> {
        const auto memberships = memberships_of(tx, known.user->id);
        if (memberships.empty())
            return refused("people.no_role", "You have no role here today. Ask the person who looks after accounts in your authority.", "email");
        note_attempt(tx, command.email, command.from_address, true);
        return start(tx, *known.user, memberships.front(), memberships.size(), command.from_address);
    });
}

Result<SignedIn> sign_in_as(Context& context, MembershipId membership, std::string_view from_address)
{
    const auto no_such_person = [] { return not_found("people.no_such_person", "There is no such person to sign in as."); };
    if (!context.demonstration) return no_such_person();
    return context.in_transaction([&](Transaction& tx) -> Result<SignedIn> {
        for (const auto& person : people_to_sign_in_as(tx)) {
            const auto chosen = std::ranges::find(person.memberships, membership, &Membership::id);
            if (chosen == person.memberships.end()) continue;
            const auto found = user(tx, person.user);
            expects(found.has_value());
            return start(tx, *found, *chosen, 1, from_address);
        }
        return no_such_person();
    });
}

}  // namespace waymark::people
