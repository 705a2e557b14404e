// A meeting, and the meeting as it sits for one case: those who are there, without those who declared a conflict in it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "foundation/result.hpp"
#include "panel/rules/panel.hpp"

namespace waymark::panel {

/// planned: the agenda is still being made. published: the members have the papers. held: it has begun to decide.
enum class MeetingState { planned, published, held };

struct Attendee {
    PanelMember member;
    std::optional<bool> present;  // none: not recorded yet
};

struct Meeting {
    MeetingId id;
    PanelId panel;
    std::string panel_name;
    Date on_day;
    std::string starts;           // "09:30", London
    std::string place;
    MeetingState state = MeetingState::planned;
    std::optional<PanelMemberId> chair;
    int members_min = 1;
    int agencies_min = 1;
    std::vector<Attendee> attendees;  // all members of the panel on that day
    int version = 1;

    [[nodiscard]] const Attendee* attendee(PanelMemberId member) const;
    [[nodiscard]] bool attendance_is_recorded() const;
};

struct Conflict {
    PanelMemberId member;
    std::string reason;
};

/// How many count towards the quorum, beside how many it takes.
struct Quorum {
    int members = 0, members_min = 0;
    int agencies = 0, agencies_min = 0;
    [[nodiscard]] bool is_met() const { return members >= members_min && agencies >= agencies_min; }
};

/// The meeting as it sits for one case.
struct Sitting {
    Meeting meeting;
    std::vector<Conflict> conflicts;

    /// Present and without a conflict: who may speak and decide.
    [[nodiscard]] std::vector<const PanelMember*> deciding() const;
    [[nodiscard]] const Conflict* conflict_of(PanelMemberId member) const;
    /// Rule       panel terms: a member with a conflict is not counted
    [[nodiscard]] Quorum quorum() const;
};

/// "3 of 4 members needed, from 2 of 3 agencies: no quorum." or "5 members from 4 agencies: quorum met."
[[nodiscard]] std::string quorum_sentence(const Quorum& quorum);

/// What is wrong with the way a meeting sits for a case; empty when it may decide.
/// Fails      `panel.no_chair`, `panel.chair_absent`, `panel.chair_conflicted`, `panel.no_quorum`
[[nodiscard]] Problems problems_with_sitting(const Sitting& sitting);

/// Who was there and who stood aside and why: the sentences that the decision keeps.
[[nodiscard]] std::string minute_of(const Sitting& sitting);

/// Members who work for one of these organisations (the child's school, the one that refers, their trust) and have not
/// declared a conflict: the screen asks them to.
[[nodiscard]] std::vector<const PanelMember*> likely_conflicts(const Sitting& sitting, const std::vector<OrganisationId>& close_to_case);

[[nodiscard]] std::string meeting_state_name(MeetingState state);
/// "9:30am" for "09:30".
[[nodiscard]] std::string start_time_name(std::string_view starts);
/// Reads "9:30", "09.30", "9:30am" or "2pm" to "09:30". Fails `panel.time_not_understood`.
[[nodiscard]] Result<std::string> parse_start_time(std::string_view typed);

}  // namespace waymark::panel
