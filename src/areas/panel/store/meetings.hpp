// Meetings, who came, and who declared a conflict.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "panel/rules/meeting.hpp"
#include "platform/context.hpp"
#include "platform/database/database.hpp"

namespace waymark::panel {

/// The meeting with its panel's members of that day. Fails `panel.meeting_not_found`.
[[nodiscard]] Result<Meeting> find_meeting(Transaction& tx, MeetingId id);
/// The same, to be changed by somebody who saw it at that version. Fails also `panel.meeting_changed_meanwhile` (stale).
[[nodiscard]] Result<Meeting> meeting_for_update(Transaction& tx, MeetingId id, int seen_version);
/// The meeting as it sits for one case.
[[nodiscard]] Sitting sitting_for(Transaction& tx, const Meeting& meeting, AgendaItemId item);

/// A meeting as lists show it.
struct MeetingLine {
    MeetingId id;
    std::string panel_name;
    Date on_day;
    std::string starts;
    std::string place;
    MeetingState state = MeetingState::planned;
    int items = 0;
    int waiting = 0;  // not decided or deferred yet
};
[[nodiscard]] std::vector<MeetingLine> meetings_from(Transaction& tx, Date day);
[[nodiscard]] std::vector<MeetingLine> meetings_before(Transaction& tx, Date day, int most = 20);

struct NewMeeting {
    PanelId panel;
    Date on_day;
    std::string starts;  // "09:30"
    std::string place;
    std::optional<PanelMemberId> chair;
};
MeetingId insert_meeting(Transaction& tx, const NewMeeting& meeting);
[[nodiscard]] Result<void> set_meeting_state(Transaction& tx, const Meeting& meeting, MeetingState state);
[[nodiscard]] Result<void> set_chair(Transaction& tx, const Meeting& meeting, std::optional<PanelMemberId> chair);
void set_present(Transaction& tx, MeetingId meeting, PanelMemberId member, bool present);
/// Answers whether it was new.
bool insert_conflict(Transaction& tx, AgendaItemId item, const Conflict& conflict);

}  // namespace waymark::panel
