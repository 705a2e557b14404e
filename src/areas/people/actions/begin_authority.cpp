// All of it in one transaction: an area without an administrator could never get one.
#include "people/actions/begin_authority.hpp"

#include <algorithm>

#include "foundation/text.hpp"
#include "people/actions/keep_accounts.hpp"
#include "people/store/organisations.hpp"

namespace waymark::people {
namespace {

bool is_digits(std::string_view text, std::size_t count)
{
    return text.size() == count && std::ranges::all_of(text, [](char letter) { return letter >= '0' && letter <= '9'; });
}

Problems problems_with(const Context& context, const BeginAuthority& command)
{
    Problems found;
    if (!is_digits(context.authority, 3)) found.add("people.authority_code", "Give the authority’s DfE code, three digits, such as 990.", "code");
    if (trimmed(command.name).empty()) found.add("people.authority_name_missing", "Give the authority’s name.", "name");
    if (trimmed(command.team).empty()) found.add("people.team_missing", "Give the name of the team that the administrator works in.", "team");
    const bool is_gss = command.gss.size() == 9 && command.gss[0] >= 'A' && command.gss[0] <= 'Z' && is_digits(std::string_view{command.gss}.substr(1), 8);
    if (!command.gss.empty() && !is_gss) found.add("people.gss_wrong", "Give the authority’s GSS code as a letter and eight digits, such as E06000990, or leave it out.", "gss");
    return found;
}

}  // namespace

Result<BegunAuthority> begin_authority(Context& context, const BeginAuthority& command)
{
    TRY(problems_with(context, command).as_result());
    return context.in_transaction([&](Transaction& tx) -> Result<BegunAuthority> {
        if (!authority_name(tx).empty()) return refused("people.authority_there", "This database holds the authority " + context.authority + " already.", "code");
        insert_authority(tx, trimmed(command.name), command.gss);
        const Organisation team{.id = tx.new_id<OrganisationId>(), .kind = OrganisationKind::authority_team, .name = std::string{trimmed(command.team)}};
        insert_organisation(tx, team);
        TRY(tx.record({.verb = "begun", .entity = "authority", .about = team.id.value, .pupil = {}}));
        const auto invited = TRY(invite(context, {.name = command.administrator, .email = command.email, .organisation = team.id, .role = Role::administrator,
                                                  .period = {tx.today(), std::nullopt}}));
        return BegunAuthority{invited.user, invited.token.empty() ? "" : "/sign-in/link/" + invited.token};
    });
}

}  // namespace waymark::people
