// Setting up a panel: its terms, its quorum and who sits on it.
#pragma once

#include <string>

#include "panel/rules/panel.hpp"
#include "platform/context.hpp"

namespace waymark::panel {

struct PanelTerms {
    std::string name;
    std::string terms;
    int members_min = 3;   // quorum: members present without a conflict
    int agencies_min = 2;  // quorum: different agencies among them
};

/// Fails `panel.name_missing`, `panel.quorum_impossible` (more agencies than members).
Result<PanelId> set_up_panel(Context& context, const PanelTerms& terms);

/// Fails as above, and stale.
Result<void> change_panel(Context& context, PanelId panel, int seen_version, const PanelTerms& terms);

struct SeatMember {
    PanelId panel;
    UserId user;
    Agency agency = Agency::education;
    bool is_chair = false;  // may take the chair
    Date from;
};
/// Fails `panel.member_already` when they sit on it that day; `panel.no_such_person`.
Result<PanelMemberId> seat_member(Context& context, const SeatMember& command);

/// Fails `panel.member_not_found` when nobody sits there, or their term is over already.
Result<void> end_membership(Context& context, PanelId panel, PanelMemberId member, Date last_day);

}  // namespace waymark::panel
