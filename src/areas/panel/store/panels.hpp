// Panels and their members, as they are kept.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "panel/rules/panel.hpp"
#include "platform/context.hpp"
#include "platform/database/database.hpp"

namespace waymark::panel {

[[nodiscard]] std::vector<Panel> panels(Transaction& tx);
/// Fails `panel.not_found`.
[[nodiscard]] Result<Panel> find_panel(Transaction& tx, PanelId id);
/// Who sits on it that day; those who may take the chair first.
[[nodiscard]] std::vector<PanelMember> members_of_panel(Transaction& tx, PanelId id, Date day);

PanelId insert_panel(Transaction& tx, const Panel& panel);
/// Answers whether a row changed: false when somebody changed it since `panel.version`.
[[nodiscard]] bool update_panel(Transaction& tx, const Panel& panel);
PanelMemberId insert_panel_member(Transaction& tx, PanelId panel, UserId user, Agency agency, bool is_chair, Date from);
[[nodiscard]] bool end_panel_member(Transaction& tx, PanelId panel, PanelMemberId member, Date last_day);

}  // namespace waymark::panel
