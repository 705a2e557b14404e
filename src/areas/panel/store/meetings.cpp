// The statements of meetings.sql, by name.
#include "panel/store/meetings.hpp"

#include <map>

#include "panel/store/meetings.sql.hpp"
#include "panel/store/panels.hpp"
#include "people/store/changed_meanwhile.hpp"

namespace waymark::panel {
namespace {

MeetingLine read_line(const Row& row)
{
    return {.id = row.id<MeetingId>("id"),
            .panel_name = row.text("panel_name"),
            .on_day = row.date("on_day"),
            .starts = row.text("starts"),
            .place = row.text("place"),
            .state = row.one_of<MeetingState>("state"),
            .items = row.number("items"),
            .waiting = row.number("waiting")};
}

std::unexpected<Problems> changed_meanwhile(Transaction& tx, MeetingId id)
{
    return people::changed_meanwhile(tx, id.value, "panel.meeting_changed_meanwhile", "meeting");
}

}  // namespace

Result<Meeting> find_meeting(Transaction& tx, MeetingId id)
{
    auto meeting = tx.maybe_one(sql::find_meeting, {{"meeting", id}}, [](const Row& row) {
        return Meeting{.id = row.id<MeetingId>("id"),
                       .panel = row.id<PanelId>("panel_id"),
                       .panel_name = row.text("panel_name"),
                       .on_day = row.date("on_day"),
                       .starts = row.text("starts"),
                       .place = row.text("place"),
                       .state = row.one_of<MeetingState>("state"),
                       .chair = row.maybe_id<PanelMemberId>("chair_id"),
                       .members_min = row.number("members_min"),
                       .agencies_min = row.number("agencies_min"),
                       .attendees = {},
                       .version = row.number("version")};
    });
    if (!meeting) return not_found("panel.meeting_not_found", "There is no such meeting.");
    std::map<PanelMemberId, bool> present;
    tx.each(sql::attendance_of_meeting, {{"meeting", id}},
            [&](const Row& row) { present[row.id<PanelMemberId>("panel_member_id")] = row.boolean("present"); });
    for (PanelMember& member : members_of_panel(tx, meeting->panel, meeting->on_day)) {
        const auto said = present.find(member.id);
        meeting->attendees.push_back(
            {.member = std::move(member), .present = said == present.end() ? std::nullopt : std::optional{said->second}});
    }
    return *std::move(meeting);
}

Result<Meeting> meeting_for_update(Transaction& tx, MeetingId id, int seen_version)
{
    auto meeting = TRY(find_meeting(tx, id));
    if (meeting.version != seen_version) return changed_meanwhile(tx, id);
    return meeting;
}

Sitting sitting_for(Transaction& tx, const Meeting& meeting, AgendaItemId item)
{
    return {.meeting = meeting, .conflicts = tx.all(sql::conflicts_of_item, {{"item", item}}, [](const Row& row) {
                return Conflict{row.id<PanelMemberId>("panel_member_id"), row.text("reason")};
            })};
}

std::vector<MeetingLine> meetings_from(Transaction& tx, Date day) { return tx.all(sql::meetings_from, {{"day", day}}, read_line); }

std::vector<MeetingLine> meetings_before(Transaction& tx, Date day, int most)
{
    return tx.all(sql::meetings_before, {{"day", day}, {"most", most}}, read_line);
}

MeetingId insert_meeting(Transaction& tx, const NewMeeting& meeting)
{
    const auto id = tx.new_id<MeetingId>();
    tx.run(sql::insert_meeting, {{"id", id},
                                 {"panel", meeting.panel},
                                 {"on_day", meeting.on_day},
                                 {"starts", meeting.starts},
                                 {"place", meeting.place},
                                 {"chair", meeting.chair}});
    return id;
}

Result<void> set_meeting_state(Transaction& tx, const Meeting& meeting, MeetingState state)
{
    if (tx.run(sql::set_meeting_state, {{"meeting", meeting.id}, {"state", state}, {"seen_version", meeting.version}}) != 1)
        return changed_meanwhile(tx, meeting.id);
    return {};
}

Result<void> set_chair(Transaction& tx, const Meeting& meeting, std::optional<PanelMemberId> chair)
{
    if (tx.run(sql::set_chair, {{"meeting", meeting.id}, {"chair", chair}, {"seen_version", meeting.version}}) != 1)
        return changed_meanwhile(tx, meeting.id);
    return {};
}

void set_present(Transaction& tx, MeetingId meeting, PanelMemberId member, bool present)
{
    tx.run(sql::set_present, {{"meeting", meeting}, {"member", member}, {"present", present}});
}

bool insert_conflict(Transaction& tx, AgendaItemId item, const Conflict& conflict)
{
    return tx.run(sql::insert_conflict, {{"id", Id::make(tx.now())},
                                         {"item", item},
                                         {"member", conflict.member},
                                         {"reason", conflict.reason}}) == 1;
}

}  // namespace waymark::panel
