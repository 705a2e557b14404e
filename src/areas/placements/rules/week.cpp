// One grid of ten sessions over all settings.
#include "placements/rules/week.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "foundation/text.hpp"

namespace waymark::placements {

const Slot* Week::at(WeekdaySession when) const
{
    const auto found = std::ranges::find(slots, when, &Slot::when);
    return found == slots.end() ? nullptr : &*found;
}

Week week_on(Date day, std::span<const Slot> slots)
{
    Week week;
    for (const auto& slot : slots)
        if (slot.in_force.contains(day)) week.slots.push_back(slot);
    std::ranges::sort(week.slots, {}, &Slot::when);
    for (const auto& slot : week.slots) week.minutes += slot.minutes;
    for (int weekday = 0; weekday < 5; ++weekday)
        for (const auto session : {Session::am, Session::pm})
            if (const WeekdaySession when{static_cast<Weekday>(weekday), session}; week.at(when) == nullptr) week.gaps.push_back(when);
    return week;
}

std::vector<WeekdaySession> double_booked(const Week& week)
{
    std::vector<WeekdaySession> twice;
    for (std::size_t at = 1; at < week.slots.size(); ++at)
        if (week.slots[at].when == week.slots[at - 1].when && (twice.empty() || twice.back() != week.slots[at].when))
            twice.push_back(week.slots[at].when);
    return twice;
}

std::optional<Date> full_time_from(std::span<const Slot> slots, Date since, int full_time_minutes)
{
    // The week changes only on a day on which a slot begins, so no other day can be the first.
    std::vector<Date> starts{since};
    for (const auto& slot : slots)
        if (slot.in_force.from > since) starts.push_back(slot.in_force.from);
    std::ranges::sort(starts);
    for (const Date day : starts)
        if (week_on(day, slots).minutes >= full_time_minutes) return day;
    return std::nullopt;
}

Problems clashes(std::span<const Slot> planned, std::span<const Slot> existing)
{
    Problems found;
    for (std::size_t index = 0; index < planned.size(); ++index) {
        const auto& slot = planned[index];
        for (const auto& other : existing)
            if (slot.when == other.when && slot.in_force.overlaps(other.in_force))
                found.add("placement.session_taken",
                          fmt::format("{} is already with {}{}. Choose another session.", weekday_session_name(slot.when), other.setting,
                                      other.in_force.to ? " until " + long_date(*other.in_force.to) : std::string{}),
                          "sessions");
        for (std::size_t earlier = 0; earlier < index; ++earlier)
            if (slot.when == planned[earlier].when && slot.in_force.overlaps(planned[earlier].in_force))
                found.add("placement.session_twice", weekday_session_name(slot.when) + " is in the timetable twice.", "sessions");
    }
    return found;
}

WeekAnswer against_full_time(const Week& week, int full_time_minutes, bool school_answers_for_gaps)
{
    expects(full_time_minutes > 0);
    WeekAnswer answer;
    answer.is_full_time = week.minutes >= full_time_minutes;
    answer.percent = week.minutes * 100 / full_time_minutes;
    answer.words = fmt::format("{} of {} a week ({}%).", hours_text(week.minutes), hours_text(full_time_minutes), answer.percent);
    if (answer.is_full_time || week.gaps.empty()) return answer;

    std::vector<std::string> names;
    for (const auto& gap : week.gaps) names.push_back(weekday_session_name(gap));
    answer.words += fmt::format(" {} {}: {}.", counted(static_cast<long long>(names.size()), school_answers_for_gaps ? "session is" : "session has",
                                                      school_answers_for_gaps ? "sessions are" : "sessions have"),
                                school_answers_for_gaps ? "for the school to teach" : "no setting", listed(names));
    return answer;
}

std::string hours_text(int minutes)
{
    const auto rest = minutes % 60;
    if (minutes < 60) return counted(minutes, "minute");
    const auto hours = counted(minutes / 60, "hour");
    return rest == 0 ? hours : fmt::format("{} {}", hours, counted(rest, "minute"));
}

}  // namespace waymark::placements
