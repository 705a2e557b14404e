// Meetings: checked, kept, recorded.
#include "panel/actions/meetings.hpp"

#include <algorithm>

#include "foundation/text.hpp"
#include "panel/actions/papers_access.hpp"
#include "panel/store/agenda.hpp"
#include "panel/store/panels.hpp"

namespace waymark::panel {

Result<MeetingId> create_meeting(Context& context, NewMeeting meeting)
{
    return context.in_transaction([&](Transaction& tx) -> Result<MeetingId> {
        TRY(find_panel(tx, meeting.panel));
        Problems found;
        if (meeting.on_day < tx.today()) found.add("panel.meeting_in_past", "The day of the meeting must be today or later", "on_day");
        if (trimmed(meeting.place).empty()) found.add("panel.place_missing", "Enter where the panel meets", "place");
        const auto starts = parse_start_time(meeting.starts);
        if (!starts) found.append(starts.error());
        TRY(found.as_result());
        NewMeeting kept = meeting;
        kept.starts = *starts;
        kept.place = trimmed(meeting.place);
        if (!kept.chair) {
            const auto members = members_of_panel(tx, meeting.panel, meeting.on_day);
            const auto chair = std::ranges::find_if(members, &PanelMember::is_chair);
            if (chair != members.end()) kept.chair = chair->id;
        }
        const auto id = insert_meeting(tx, kept);
        TRY(tx.record({.verb = "planned", .entity = "meeting", .about = id.value, .pupil = {}}));
        return id;
    });
}

Result<void> publish_meeting(Context& context, MeetingId id, int seen_version)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        const auto meeting = TRY(meeting_for_update(tx, id, seen_version));
        if (meeting.state != MeetingState::planned) return refused("panel.already_published", "The papers are out already.");
        const auto items = positions_of(tx, id);
        if (items.empty()) return refused("panel.agenda_empty", "Add at least one case to the agenda before you publish it.");
        TRY(set_meeting_state(tx, meeting, MeetingState::published));
        for (const ItemPosition& item : items)
            if (item.state == ItemState::waiting) {
                const auto found = TRY(find_item(tx, item.id));
                open_papers(tx, meeting, item.id, found.pupil);
            }
        return tx.record({.verb = "published", .entity = "meeting", .about = id.value, .pupil = {}});
    });
}

Result<void> record_attendance(Context& context, const RecordAttendance& command)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        const auto meeting = TRY(meeting_for_update(tx, command.meeting, command.seen_version));
        const auto is_present = [&](PanelMemberId member) { return std::ranges::find(command.present, member) != command.present.end(); };
        Problems found;
        if (tx.today() < meeting.on_day)
            found.add("panel.meeting_not_yet", "You can record who is here on " + weekday_date(meeting.on_day) + ", the day of the meeting", "present");
        if (command.present.empty()) found.add("panel.nobody_present", "Choose who is here", "present");
        if (!command.chair) found.add("panel.no_chair", "Choose who takes the chair", "chair");
        else if (!command.present.empty() && !is_present(*command.chair))
            found.add("panel.chair_absent", "Choose somebody who is here to take the chair", "chair");
        TRY(found.as_result());
        for (const Attendee& one : meeting.attendees) set_present(tx, meeting.id, one.member.id, is_present(one.member.id));
        TRY(set_chair(tx, meeting, command.chair));
        return tx.record({.verb = "attendance_recorded", .entity = "meeting", .about = meeting.id.value, .pupil = {}});
    });
}

}  // namespace waymark::panel
