// Tries are counted in transactions of their own, so that a refusal does not undo its own count.
#include "people/actions/proof.hpp"

#include <algorithm>
#include <optional>

#include "foundation/text.hpp"
#include "people/rules/second_step.hpp"
#include "people/store/second_steps.hpp"
#include "people/store/sign_ins.hpp"
#include "platform/access/one_time_code.hpp"
#include "platform/access/password.hpp"
#include "platform/access/sealing.hpp"
#include "platform/access/token.hpp"

namespace waymark::people {
namespace {

std::string in_words(std::chrono::milliseconds wait)
{
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(wait).count();
    return seconds < 60 ? counted(seconds, "second") : counted((seconds + 59) / 60, "minute");
}

/// The step whose code it is; none when it is that of no step that counts now. Looks at all of them, however early one fits.
std::optional<std::int64_t> step_of(Transaction& tx, const User& user, const Authenticator& kept, std::string_view code)
{
    const auto secret = access::unseal(kept.sealed_secret, user.id.text());
    if (!secret) return std::nullopt;  // sealed with another key: recovery codes still count
    std::optional<std::int64_t> found;
    for (const auto step : steps_taken(tx.now(), kept.last_step))
        if (access::is_same_secret(access::one_time_code(*secret, step), code)) found = step;
    return found;
}

bool took_authenticator_code(Transaction& tx, const User& user, std::string_view code)
{
    const auto kept = authenticator(tx, user.id);
    if (!kept) return false;
    const auto step = step_of(tx, user, *kept, code);
    return step && use_step(tx, user.id, *step);
}

bool took_recovery_code(Transaction& tx, const User& user, std::string_view code)
{
    const std::string hash = access::token_hash(user.id.text() + " " + std::string{code});
    std::optional<Id> found;
    for (const auto& kept : recovery_codes(tx, user.id))
        if (!kept.used_at && access::is_same_secret(kept.code_hash, hash)) found = kept.id;
    return found && use_recovery_code(tx, *found);
}

Result<void> note_recovery_code(Transaction& tx, const User& user, TakenCode& taken)
{
    taken.was_recovery_code = true;
    taken.recovery_codes_left = static_cast<int>(std::ranges::count_if(recovery_codes(tx, user.id), [](const RecoveryCode& code) { return !code.used_at; }));
    return tx.record({.verb = "used_recovery_code", .entity = "user", .about = user.id.value, .pupil = {},
                      .after = "{\"left\":" + std::to_string(taken.recovery_codes_left) + "}"});
}

}  // namespace

Result<void> may_try(Transaction& tx, std::string_view email, const CameFrom& from, std::string_view field)
{
    auto tries = failed_tries(tx, email, from);
    if (email.empty()) tries = {.of_address = tries.of_address, .last_of_address = tries.last_of_address};
    const auto wait = wait_before_next_try(tries, tx.now());
    if (wait.count() > 0)
        return refused("people.sign_in_wait", "Too many tries. Wait " + in_words(wait) + ", then try again.", std::string{field});
    return {};
}

Result<Id> begin_try(Context& context, std::string_view email, const CameFrom& from, std::string_view field)
{
    // Looked at first without writing: a flood of tries that must wait anyway keeps no writer waiting.
    TRY(context.read([&](Transaction& tx) { return may_try(tx, email, from, field); }));
    return context.in_transaction([&](Transaction& tx) -> Result<Id> {
        TRY(may_try(tx, email, from, field));
        return note_attempt(tx, email, from, false);
    });
}

Result<void> check_unlocked(Transaction& tx, std::string_view email, std::string_view field)
{
    if (!is_locked(failed_tries(tx, email, ""))) return {};
    return refused("people.account_locked", "Your account is locked after too many wrong codes. Ask the person who looks after accounts in your authority to unlock it.",
                   std::string{field});
}

Result<TakenCode> take_code(Context& context, const User& user, const ShownCode& shown)
{
    const std::string code = code_as_typed(shown.typed);
    if (code.empty()) return refused("people.code_missing", "Enter the code.", std::string{code_field});
    const auto take = [&](Transaction& tx) -> Result<std::optional<TakenCode>> {
        TRY(check_unlocked(tx, user.email, code_field));
        TRY(may_try(tx, user.email, shown.from, code_field));
        TakenCode found;
        if (is_authenticator_code(code) ? took_authenticator_code(tx, user, code) : took_recovery_code(tx, user, code)) {
            if (!is_authenticator_code(code)) TRY(note_recovery_code(tx, user, found));
            return found;
        }
        note_attempt(tx, user.email, shown.from, false, AttemptKind::code);
        return std::nullopt;
    };
    const auto taken = TRY(context.in_transaction(take));
    if (taken) return *taken;
    return refused("people.code_wrong", "The code is not right. Each code works once and for about a minute: type the one that is shown now.",
                   std::string{code_field});
}

Result<void> prove_by_password(Context& context, const User& user, std::string_view password, const CameFrom& from)
{
    const auto attempt = TRY(begin_try(context, user.email, from, "password"));
    if (!access::is_password(user.password_hash, password)) return refused("people.password_wrong", "The password is not right.", "password");
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        mark_right(tx, attempt, AttemptKind::right_so_far);
        return {};
    });
}

void act_for(Context& context, const User& user)
{
    context.who.user = user.id;
    context.who.name = user.name;
}

}  // namespace waymark::people
