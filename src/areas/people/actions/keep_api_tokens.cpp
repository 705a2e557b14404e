// A token is a role without a person, so whoever gives roles gives tokens. Each is in the trail, and shown to its maker once.
#include "people/actions/keep_api_tokens.hpp"

#include <algorithm>
#include <charconv>

#include "foundation/json.hpp"
#include "foundation/text.hpp"
#include "people/store/accounts.hpp"
#include "people/store/organisations.hpp"

namespace waymark::people {
namespace {

constexpr std::string_view days_setting = "api_token_days";

Result<Workplace> workplace(Transaction& tx, OrganisationId id)
{
    const auto places = workplaces(tx);
    const auto found = std::ranges::find(places, id, &Workplace::id);
    if (found == places.end()) return not_found("people.no_such_workplace", "There is no such organisation.");
    return *found;
}

}  // namespace

Result<MadeApiToken> make_api_token(Context& context, const MakeApiToken& command)
{
    return context.in_transaction([&](Transaction& tx) -> Result<MadeApiToken> {
        const auto place = TRY(workplace(tx, command.organisation));
        const ProposedToken proposed{.name = command.name, .role = command.role, .organisation_kind = std::string{enum_text(place.kind)}, .scopes = command.scopes, .last_day = command.last_day};
        TRY(problems_with_token(proposed, tx.today(), api_token_days(tx)).as_result());
        auto made = insert_api_token(tx, {.name = std::string{trimmed(command.name)},
                                          .organisation = command.organisation,
                                          .role = command.role,
                                          .scopes = command.scopes,
                                          .last_day = command.last_day,
                                          .kept_at = tx.context().who.organisation});
        const Json after{{"role", enum_text(command.role)}, {"organisation", command.organisation.text()}, {"scopes", join(command.scopes, " ")}, {"to", iso(command.last_day)}};
        TRY(tx.record({.verb = "made", .entity = "api_token", .about = made.id.value, .pupil = {}, .after = json_text(after)}));
        return made;
    });
}

Result<void> end_api_token(Context& context, ApiTokenId token)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        if (!find_api_token(tx, token)) return not_found("people.no_such_token", "There is no such token.");
        if (!revoke_api_token(tx, token)) return {};
        return tx.record({.verb = "revoked", .entity = "api_token", .about = token.value, .pupil = {}});
    });
}

int api_token_days(Transaction& tx)
{
    const auto chosen = authority_setting(tx, days_setting, tx.today());
    int days = api_token_days_unless_chosen;
    if (chosen) std::from_chars(chosen->data(), chosen->data() + chosen->size(), days);
    return std::clamp(days, 1, api_token_days_at_most);
}

Result<void> choose_api_token_days(Context& context, int days)
{
    if (days < 1 || days > api_token_days_at_most)
        return refused("people.token_days", "Enter a number of days from 1 to " + std::to_string(api_token_days_at_most) + ".", "days");
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        const int before = api_token_days(tx);
        set_authority_setting(tx, days_setting, std::to_string(days), tx.today());
        return tx.record({.verb = "chose_api_token_days", .entity = "user", .about = tx.context().who.user.value, .pupil = {}, .before = json_text(Json{{"days", before}}),
                          .after = json_text(Json{{"days", days}})});
    });
}

}  // namespace waymark::people
