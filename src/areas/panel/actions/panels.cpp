// Panels: checked, kept, recorded.
#include "panel/actions/panels.hpp"

#include <algorithm>

#include "foundation/enum_text.hpp"
#include "foundation/text.hpp"
#include "panel/store/panels.hpp"
#include "people/store/changed_meanwhile.hpp"
#include "people/store/users.hpp"

namespace waymark::panel {
namespace {

Problems problems_with(const PanelTerms& terms)
{
    Problems found;
    if (trimmed(terms.name).empty()) found.add("panel.name_missing", "Enter the name of the panel", "name");
    if (terms.members_min < 1) found.add("panel.quorum_impossible", "A quorum takes 1 member or more", "members_min");
    const int agencies = static_cast<int>(enum_names<Agency>.size());
    if (terms.agencies_min < 1 || terms.agencies_min > std::min(terms.members_min, agencies))
        found.add("panel.quorum_impossible", "A quorum cannot ask for more agencies than members", "agencies_min");
    return found;
}

Panel panel_with(const PanelTerms& terms)
{
    return {.id = {},
            .name = std::string{trimmed(terms.name)},
            .terms = std::string{trimmed(terms.terms)},
            .members_min = terms.members_min,
            .agencies_min = terms.agencies_min};
}

}  // namespace

Result<PanelId> set_up_panel(Context& context, const PanelTerms& terms)
{
    return context.in_transaction([&](Transaction& tx) -> Result<PanelId> {
        TRY(problems_with(terms).as_result());
        const auto id = insert_panel(tx, panel_with(terms));
        TRY(tx.record({.verb = "set_up", .entity = "panel", .about = id.value, .pupil = {}}));
        return id;
    });
}

Result<void> change_panel(Context& context, PanelId id, int seen_version, const PanelTerms& terms)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        TRY(find_panel(tx, id));
        TRY(problems_with(terms).as_result());
        Panel panel = panel_with(terms);
        panel.id = id;
        panel.version = seen_version;
        if (!update_panel(tx, panel)) return people::changed_meanwhile(tx, id.value, "panel.changed_meanwhile", "panel");
        return tx.record({.verb = "changed", .entity = "panel", .about = id.value, .pupil = {}});
    });
}

Result<PanelMemberId> seat_member(Context& context, const SeatMember& command)
{
    return context.in_transaction([&](Transaction& tx) -> Result<PanelMemberId> {
        TRY(find_panel(tx, command.panel));
        if (!people::user(tx, command.user)) return refused("panel.no_such_person", "Choose who joins the panel", "user");
        const auto members = members_of_panel(tx, command.panel, command.from);
        if (std::ranges::find(members, command.user, &PanelMember::user) != members.end())
            return refused("panel.member_already", "This person is on the panel already", "user");
        const auto id = insert_panel_member(tx, command.panel, command.user, command.agency, command.is_chair, command.from);
        TRY(tx.record({.verb = "seated", .entity = "panel_member", .about = id.value, .pupil = {}}));
        return id;
    });
}

Result<void> end_membership(Context& context, PanelId panel, PanelMemberId member, Date last_day)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        if (!end_panel_member(tx, panel, member, last_day))
            return not_found("panel.member_not_found", "This person is not on the panel any more.");
        return tx.record({.verb = "left", .entity = "panel_member", .about = member.value, .pupil = {}});
    });
}

}  // namespace waymark::panel
