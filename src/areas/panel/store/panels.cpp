// The statements of panels.sql, by name.
#include "panel/store/panels.hpp"

#include "panel/store/panels.sql.hpp"

namespace waymark::panel {
namespace {

Panel read_panel(const Row& row)
{
    return {.id = row.id<PanelId>("id"),
            .name = row.text("name"),
            .terms = row.text("terms"),
            .members_min = row.number("members_min"),
            .agencies_min = row.number("agencies_min"),
            .version = row.number("version")};
}

}  // namespace

std::vector<Panel> panels(Transaction& tx) { return tx.all(sql::panels, {}, read_panel); }

Result<Panel> find_panel(Transaction& tx, PanelId id)
{
    auto panel = tx.maybe_one(sql::find_panel, {{"panel", id}}, read_panel);
    if (!panel) return not_found("panel.not_found", "There is no such panel.");
    return *std::move(panel);
}

std::vector<PanelMember> members_of_panel(Transaction& tx, PanelId id, Date day)
{
    return tx.all(sql::members_of_panel, {{"panel", id}, {"day", day}}, [](const Row& row) {
        return PanelMember{.id = row.id<PanelMemberId>("id"),
                           .user = row.id<UserId>("user_id"),
                           .organisation = row.maybe_id<OrganisationId>("organisation_id").value_or(OrganisationId{}),
                           .name = row.text("name"),
                           .organisation_name = row.text_or_empty("organisation_name"),
                           .agency = row.one_of<Agency>("agency"),
                           .is_chair = row.boolean("is_chair"),
                           .term = {row.date("from_day"), row.maybe_date("to_day")}};
    });
}

PanelId insert_panel(Transaction& tx, const Panel& panel)
{
    const auto id = panel.id.value.is_nil() ? tx.new_id<PanelId>() : panel.id;
    tx.run(sql::insert_panel, {{"id", id},
                               {"name", panel.name},
                               {"terms", panel.terms},
                               {"members_min", panel.members_min},
                               {"agencies_min", panel.agencies_min}});
    return id;
}

bool update_panel(Transaction& tx, const Panel& panel)
{
    return tx.run(sql::update_panel, {{"panel", panel.id},
                                      {"name", panel.name},
                                      {"terms", panel.terms},
                                      {"members_min", panel.members_min},
                                      {"agencies_min", panel.agencies_min},
                                      {"seen_version", panel.version}}) == 1;
}

PanelMemberId insert_panel_member(Transaction& tx, PanelId panel, UserId user, Agency agency, bool is_chair, Date from)
{
    const auto id = tx.new_id<PanelMemberId>();
    tx.run(sql::insert_panel_member,
           {{"id", id}, {"panel", panel}, {"user", user}, {"agency", agency}, {"is_chair", is_chair}, {"from", from}});
    return id;
}

bool end_panel_member(Transaction& tx, PanelId panel, PanelMemberId member, Date last_day)
{
    return tx.run(sql::end_panel_member, {{"panel", panel}, {"member", member}, {"last_day", last_day}}) == 1;
}

}  // namespace waymark::panel
