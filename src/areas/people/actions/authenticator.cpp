// Recovery codes are 80 random bits each, so a plain hash of one tells nothing.
#include "people/actions/authenticator.hpp"

#include "people/actions/sign_in.hpp"
#include "people/rules/second_step.hpp"
#include "people/store/organisations.hpp"
#include "people/store/second_steps.hpp"
#include "people/store/sign_ins.hpp"
#include "platform/access/one_time_code.hpp"
#include "platform/access/sealing.hpp"
#include "platform/access/token.hpp"

namespace waymark::people {
namespace {

constexpr std::size_t secret_bytes = 20;  // as many as SHA-1 makes use of
constexpr std::size_t recovery_bytes = 10;

Result<void> prove(Context& context, const User& user, const Proof& proof)
{
    Problems missing;
    if (proof.password.empty()) missing.add("people.password_missing", "Enter your password.", "password");
    if (code_as_typed(proof.code.typed).empty()) missing.add("people.code_missing", "Enter the code.", std::string{code_field});
    TRY(missing.as_result());
    TRY(prove_by_password(context, user, proof.password, proof.code.from));
    (void)TRY(take_code(context, user, proof.code));
    return {};
}

Result<void> record(Transaction& tx, const User& user, std::string verb)
{
    return tx.record({.verb = std::move(verb), .entity = "user", .about = user.id.value, .pupil = {}});
}

std::string new_sealed_secret(const User& user) { return access::seal(access::random_bytes(secret_bytes), user.id.text()); }

std::vector<std::string> new_recovery_codes(Transaction& tx, const User& user)
{
    std::vector<std::string> codes, hashes;
    for (int made = 0; made < recovery_codes_made; ++made) {
        const std::string code = access::base32(access::random_bytes(recovery_bytes));
        hashes.push_back(access::token_hash(user.id.text() + " " + code));
        codes.push_back(in_groups_of_four(code, '-'));
    }
    replace_recovery_codes(tx, user.id, hashes);
    return codes;
}

SetUp shown(Transaction& tx, const User& user, std::string_view secret)
{
    const std::string text = access::base32(secret);
    return {.secret = in_groups_of_four(text, ' '), .address = authenticator_address("Waymark " + authority_name(tx), user.email, text)};
}

}  // namespace

Result<SetUp> set_up_to_show(Context& context, const User& user)
{
    // Its picture asks once more: what is there already is only read.
    const auto known = context.read([&](Transaction& tx) -> Result<std::optional<SetUp>> {
        const auto sealed = set_up_under_way(tx, user.id);
        const auto secret = sealed ? access::unseal(*sealed, user.id.text()) : std::nullopt;
        if (secret) return std::optional{shown(tx, user, *secret)};
        if (!authenticator(tx, user.id)) return std::nullopt;
        return refused("people.authenticator_there", "You have an authenticator already.");
    });
    if (!known) return std::unexpected(known.error());
    if (*known) return **known;
    return context.in_transaction([&](Transaction& tx) -> Result<SetUp> {
        const std::string secret = access::random_bytes(secret_bytes);
        start_set_up(tx, user.id, access::seal(secret, user.id.text()));
        return shown(tx, user, secret);
    });
}

Result<std::vector<std::string>> confirm_set_up(Context& context, const User& user, const ShownCode& first)
{
    const std::string code = code_as_typed(first.typed);
    if (code.empty()) return refused("people.code_missing", "Enter the code that the app shows.", std::string{code_field});
    const auto confirm = [&](Transaction& tx) -> Result<std::optional<std::vector<std::string>>> {
        TRY(may_try(tx, user.email, first.from, code_field));
        const auto sealed = set_up_under_way(tx, user.id);
        const auto secret = sealed ? access::unseal(*sealed, user.id.text()) : std::nullopt;
        std::optional<std::int64_t> fits;
        if (secret)
            for (const auto step : steps_taken(tx.now(), std::nullopt))
                if (access::is_same_secret(access::one_time_code(*secret, step), code)) fits = step;
        if (!fits) {
            note_attempt(tx, user.email, first.from, false);  // towards the wait, not the lock: the secret is new
            return std::nullopt;
        }
        keep_authenticator(tx, user.id, *sealed, *fits);
        end_set_up(tx, user.id);
        TRY(record(tx, user, "set_up_authenticator"));
        return std::optional{new_recovery_codes(tx, user)};
    };
    const auto codes = TRY(context.in_transaction(confirm));
    if (codes) return *codes;
    return refused("people.code_wrong", "The code is not the one that the app should show now. Check that your phone’s clock is right, then type the next one.",
                   std::string{code_field});
}

Result<void> begin_move(Context& context, const User& user, const Proof& proof)
{
    TRY(prove(context, user, proof));
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        start_set_up(tx, user.id, new_sealed_secret(user));
        return record(tx, user, "began_to_move_authenticator");
    });
}

Result<void> turn_off(Context& context, const User& user, const Proof& proof)
{
    if (context.read([&](Transaction& tx) { return must_have_authenticator(tx, user.id); }))
        return refused("people.authenticator_needed", "A role of yours must have an authenticator. You can move it to another phone.");
    TRY(prove(context, user, proof));
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        remove_authenticator(tx, user.id);
        end_set_up(tx, user.id);
        replace_recovery_codes(tx, user.id, {});
        return record(tx, user, "turned_off_authenticator");
    });
}

Result<std::vector<std::string>> make_recovery_codes(Context& context, const User& user, const Proof& proof)
{
    TRY(prove(context, user, proof));
    return context.in_transaction([&](Transaction& tx) -> Result<std::vector<std::string>> {
        TRY(record(tx, user, "made_recovery_codes"));
        return new_recovery_codes(tx, user);
    });
}

}  // namespace waymark::people
