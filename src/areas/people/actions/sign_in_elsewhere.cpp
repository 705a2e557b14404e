// The provider is asked between two transactions: it may take its time, and nobody should wait for it.
#include "people/actions/sign_in_elsewhere.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "foundation/json.hpp"
#include "people/rules/id_token.hpp"
#include "people/store/identities.hpp"
#include "people/store/sign_ins.hpp"
#include "platform/access/identity_providers.hpp"
#include "platform/access/token.hpp"

namespace waymark::people {
namespace {

constexpr std::string_view whom_to_ask_for_account = "Ask the person who looks after accounts in your authority.";

/// The state alone is random by itself; nonce and verifier follow from the browser's secret, so that none of them is kept here.
access::Challenge challenge_of(std::string state, std::string_view browser)
{
    return {.state = std::move(state), .nonce = access::token_hash("nonce " + std::string{browser}), .verifier = access::token_hash("verifier " + std::string{browser})};
}

struct Provider {
    std::shared_ptr<access::IdentityProviders> all;
    const access::IdentityProvider* one;
};

Result<Provider> provider_of(std::string_view id)
{
    auto all = access::identity_providers();
    const auto* one = all ? all->find(id) : nullptr;
    if (one == nullptr) return not_found("people.no_such_identity_provider", "There is no such way to sign in.");
    return Provider{std::move(all), one};
}

Result<void> check_answer(const Provider& provider, const CameBack& back)
{
    if (!back.issuer.empty() && back.issuer != provider.one->issuer)
        return refused("people.other_issuer", "The answer came from another place than the one where you went to sign in, so you are not signed in. Begin again.");
    if (back.issuer.empty() && TRY(provider.all->names_issuer_in_answers(*provider.one)))
        return refused("people.other_issuer", "The answer does not say where it comes from, so you are not signed in. Begin again.");
    if (back.error.empty() && !back.code.empty()) return {};
    const auto why = back.error == "access_denied" ? fmt::format("{} did not let you through, or you stopped there.", provider.one->name)
                                                   : fmt::format("{} could not sign you in.", provider.one->name);
    return refused("people.sign_in_refused_there", why + " Try again. If it happens again, ask the people who look after that account.");
}

/// Whether what the provider says of its own second proof is enough.
bool has_second_step(const access::IdentityProvider& provider, const ProvenIdentity& proven)
{
    if (provider.second_step_always) return true;
    return std::ranges::any_of(proven.methods, [&](const std::string& method) { return std::ranges::find(provider.second_step_methods, method) != provider.second_step_methods.end(); });
}

std::string provider_json(std::string_view id) { return json_text(Json{{"identity_provider", id}}); }

/// Binds the account to the person here with its address: the one time that the address counts.
Result<User> bind(Transaction& tx, const access::IdentityProvider& provider, const ProvenIdentity& proven)
{
    if (proven.email.empty() || !proven.email_is_verified.value_or(provider.trusts_emails))
        return refused("people.identity_unverified", fmt::format("{} does not say for certain which email address is yours, so we cannot tell who you are here. {}", provider.name, whom_to_ask_for_account));
    const auto found = user_by_email(tx, proven.email);
    if (!found || !found->is_active)
        return refused("people.identity_unknown", fmt::format("{} knows you as {}, and nobody here has an account with that address. {} They can invite you.", provider.name, proven.email, whom_to_ask_for_account));
    if (std::ranges::any_of(identities_of(tx, found->id), [&](const Identity& bound) { return bound.identity_provider == provider.id; }))
        return refused("people.identity_other", fmt::format("Somebody with your address signs in here with another account of {}. {} They can take it off.", provider.name, whom_to_ask_for_account));
    insert_identity(tx, {.user = found->id, .identity_provider = provider.id, .subject = proven.subject, .email = proven.email});
    act_for(tx.context(), *found);
    TRY(tx.record({.verb = "bound_identity", .entity = "user", .about = found->id.value, .pupil = {}, .after = provider_json(provider.id)}));
    return *found;
}

Result<User> whose_identity(Transaction& tx, const access::IdentityProvider& provider, const ProvenIdentity& proven)
{
    const auto bound = identity_by_subject(tx, provider.id, proven.subject);
    if (!bound) return bind(tx, provider, proven);
    const auto found = user(tx, bound->user);
    expects(found.has_value());
    if (!found->is_active) return refused("people.identity_closed", fmt::format("Your account here is closed. {}", whom_to_ask_for_account));
    note_identity_used(tx, bound->id);
    return *found;
}

}  // namespace

Result<GoneElsewhere> go_elsewhere(Context& context, std::string_view identity_provider, std::string_view next)
{
    const auto provider = TRY(provider_of(identity_provider));
    const auto browser = access::make_token();
    const auto challenge = challenge_of(access::make_token(), browser);
    auto address = TRY(provider.all->address_to_sign_in(*provider.one, challenge));
    TRY(context.in_transaction([&](Transaction& tx) -> Result<void> {
        note_gone(tx, {.identity_provider = provider.one->id, .state = challenge.state, .browser = browser, .next = std::string{next}});
        return {};
    }));
    return GoneElsewhere{.address = std::move(address), .browser = browser};
}

Result<SignedInElsewhere> sign_in_elsewhere(Context& context, const CameBack& back)
{
    const auto provider = TRY(provider_of(back.identity_provider));
    // Taken in a transaction of its own: whatever comes after, this state is never taken again.
    const auto next = TRY(context.in_transaction([&](Transaction& tx) -> Result<std::optional<std::string>> {
        return take_back(tx, {.identity_provider = provider.one->id, .state = back.state, .browser = back.browser, .next = {}});
    }));
    if (!next) return refused("people.sign_in_lost", "This sign-in took too long, was used already, or was begun in another browser. Begin again.");
    TRY(check_answer(provider, back));
    const auto challenge = challenge_of(back.state, back.browser);
    const auto claims = TRY(provider.all->claims_for_code(*provider.one, back.code, challenge.verifier));
    const ExpectedIdToken expected{.issuer = provider.one->issuer, .client_id = provider.one->client_id, .nonce = challenge.nonce, .names_by_tenant = provider.one->names_by_tenant};
    const auto proven = TRY(identity_in(claims, expected, context.now));
    const auto second_step = has_second_step(*provider.one, proven) ? SecondStep::shown_elsewhere : SecondStep::still_to_show;
    return context.in_transaction([&](Transaction& tx) -> Result<SignedInElsewhere> {
        const auto whose = TRY(whose_identity(tx, *provider.one, proven));
        auto signed_in = TRY(go_on_after_first_step(tx, whose, {.from = back.from, .second_step = second_step, .field = {}, .with = provider.one->id}));
        return SignedInElsewhere{.signed_in = std::move(signed_in), .next = *next};
    });
}

Result<void> take_off_identity(Context& context, UserId id, Id identity)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        const auto whose = user(tx, id);
        if (!whose || !whose->is_active) return not_found("people.no_such_account", "There is no such account.");
        const auto bound = identities_of(tx, id);
        const auto found = std::ranges::find(bound, identity, &Identity::id);
        if (found == bound.end() || !remove_identity(tx, id, identity)) return not_found("people.no_such_identity", "This account is not bound any more.");
        end_other_sign_ins(tx, id);
        return tx.record({.verb = "took_off_identity", .entity = "user", .about = id.value, .pupil = {}, .before = provider_json(found->identity_provider)});
    });
}

}  // namespace waymark::people
