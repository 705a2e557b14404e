// Quorum, chair and conflicts.
#include "panel/rules/meeting.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <set>

#include "foundation/text.hpp"

namespace waymark::panel {

const Attendee* Meeting::attendee(PanelMemberId member) const
{
    const auto found = std::ranges::find_if(attendees, [&](const Attendee& one) { return one.member.id == member; });
    return found == attendees.end() ? nullptr : &*found;
}

bool Meeting::attendance_is_recorded() const
{
    return std::ranges::any_of(attendees, [](const Attendee& one) { return one.present.has_value(); });
}

std::vector<const PanelMember*> Sitting::deciding() const
{
    std::vector<const PanelMember*> found;
    for (const Attendee& one : meeting.attendees)
        if (one.present.value_or(false) && !conflict_of(one.member.id)) found.push_back(&one.member);
    return found;
}

const Conflict* Sitting::conflict_of(PanelMemberId member) const
{
    const auto found = std::ranges::find(conflicts, member, &Conflict::member);
    return found == conflicts.end() ? nullptr : &*found;
}

Quorum Sitting::quorum() const
{
    const auto counted_members = deciding();
    std::set<Agency> agencies;
    for (const PanelMember* member : counted_members) agencies.insert(member->agency);
    return {.members = static_cast<int>(counted_members.size()),
            .members_min = meeting.members_min,
            .agencies = static_cast<int>(agencies.size()),
            .agencies_min = meeting.agencies_min};
}

std::string quorum_sentence(const Quorum& quorum)
{
    const std::string there = fmt::format("{} from {}", counted(quorum.members, "member"), counted(quorum.agencies, "agency", "agencies"));
    if (quorum.is_met()) return there + ": there is a quorum.";
    return fmt::format("{}: no quorum. It takes {} from {}.", there, counted(quorum.members_min, "member"),
                       counted(quorum.agencies_min, "agency", "agencies"));
}

Problems problems_with_sitting(const Sitting& sitting)
{
    Problems found;
    const Meeting& meeting = sitting.meeting;
    const Attendee* chair = meeting.chair ? meeting.attendee(*meeting.chair) : nullptr;
    if (!chair)
        found.add("panel.no_chair", "Choose who takes the chair.", "chair");
    else if (!chair->present.value_or(false))
        found.add("panel.chair_absent", chair->member.name + " is in the chair but not recorded as present. Choose another chair.", "chair");
    else if (sitting.conflict_of(chair->member.id))
        found.add("panel.chair_conflicted", chair->member.name + " is in the chair and declared a conflict in this case. Choose another chair.", "chair");
    if (!sitting.quorum().is_met())
        found.add("panel.no_quorum", quorum_sentence(sitting.quorum()) + " Record who is here, or defer this case.", "present");
    return found;
}

std::string minute_of(const Sitting& sitting)
{
    std::vector<std::string> there, aside, absent;
    for (const Attendee& one : sitting.meeting.attendees) {
        const bool in_chair = sitting.meeting.chair == one.member.id;
        const std::string name = fmt::format("{} ({}{})", one.member.name, lower_ascii(agency_name(one.member.agency)), in_chair ? ", in the chair" : "");
        if (!one.present.value_or(false)) absent.push_back(name);
        else if (const Conflict* conflict = sitting.conflict_of(one.member.id)) aside.push_back(name + ": " + conflict->reason);
        else there.push_back(name);
    }
    std::string minute = "Present: " + (there.empty() ? "nobody" : listed(there)) + ".";
    for (const std::string& one : aside) minute += "\nStood aside for this case: " + one + (one.ends_with('.') ? "" : ".");
    if (!absent.empty()) minute += "\nNot present: " + listed(absent) + ".";
    return minute;
}

std::vector<const PanelMember*> likely_conflicts(const Sitting& sitting, const std::vector<OrganisationId>& close_to_case)
{
    std::vector<const PanelMember*> found;
    for (const PanelMember* member : sitting.deciding())
        if (std::ranges::find(close_to_case, member->organisation) != close_to_case.end()) found.push_back(member);
    return found;
}

std::string meeting_state_name(MeetingState state)
{
    switch (state) {
    case MeetingState::planned: return "Planned";
    case MeetingState::published: return "Papers out";
    case MeetingState::held: return "Held";
    }
    return {};
}

std::string start_time_name(std::string_view starts)
{
    const auto parts = split(starts, ':');
    if (parts.size() != 2) return std::string{starts};
    const int hour = std::atoi(std::string{parts[0]}.c_str());
    const std::string minutes = parts[1] == "00" ? "" : ":" + std::string{parts[1]};
    if (hour == 12 && minutes.empty()) return "midday";
    return fmt::format("{}{}{}", hour % 12 == 0 ? 12 : hour % 12, minutes, hour < 12 ? "am" : "pm");
}

Result<std::string> parse_start_time(std::string_view typed)
{
    const auto not_understood = [] { return invalid("panel.time_not_understood", "Enter the time it starts, like 9:30am or 2pm", "starts"); };
    std::string text = lower_ascii(trimmed(typed));
    std::erase(text, ' ');
    const bool morning = text.ends_with("am"), afternoon = text.ends_with("pm");
    if (morning || afternoon) text.resize(text.size() - 2);
    std::ranges::replace(text, '.', ':');
    const auto parts = split(text, ':');
    const auto is_number = [](std::string_view part) {
        return !part.empty() && part.size() <= 2 && std::ranges::all_of(part, [](unsigned char digit) { return std::isdigit(digit) != 0; });
    };
    if (parts.empty() || parts.size() > 2 || !std::ranges::all_of(parts, is_number)) return not_understood();
    if (parts.size() == 1 && !morning && !afternoon) return not_understood();
    int hour = std::atoi(std::string{parts[0]}.c_str());
    const int minute = parts.size() == 2 ? std::atoi(std::string{parts[1]}.c_str()) : 0;
    if ((morning || afternoon) && (hour < 1 || hour > 12)) return not_understood();
    if (morning || afternoon) hour = hour % 12 + (afternoon ? 12 : 0);
    if (hour > 23 || minute > 59) return not_understood();
    return fmt::format("{:02}:{:02}", hour, minute);
}

}  // namespace waymark::panel
