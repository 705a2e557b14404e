// A meeting from its date to the people in the room.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "panel/store/meetings.hpp"

namespace waymark::panel {

/// `meeting.starts` as people write it: "9:30am". Without a chair, the panel's first member who may take it is put down.
/// Fails `panel.not_found`, `panel.meeting_in_past`, `panel.place_missing`, `panel.time_not_understood`.
Result<MeetingId> create_meeting(Context& context, NewMeeting meeting);

/// Gives the members their papers: from today their organisations see the children on the agenda.
/// Fails `panel.agenda_empty`, `panel.already_published`, stale.
Result<void> publish_meeting(Context& context, MeetingId meeting, int seen_version);

struct RecordAttendance {
    MeetingId meeting;
    int seen_version = 0;
    std::vector<PanelMemberId> present;  // everybody else is down as not present
    std::optional<PanelMemberId> chair;
};
/// Fails `panel.meeting_not_yet` before the day, `panel.nobody_present`, `panel.chair_absent`, stale.
Result<void> record_attendance(Context& context, const RecordAttendance& command);

}  // namespace waymark::panel
