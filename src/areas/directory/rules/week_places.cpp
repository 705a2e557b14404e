// Counting places over a week.
#include "directory/rules/week_places.hpp"

#include <algorithm>
#include <numeric>

#include "foundation/enum_text.hpp"
#include "foundation/text.hpp"

namespace waymark::directory {

const std::array<WeekdaySession, 10>& sessions_of_the_week()
{
    static constexpr auto all = [] {
        std::array<WeekdaySession, 10> sessions{};
        for (std::size_t index = 0; index < sessions.size(); ++index)
            sessions[index] = {static_cast<Weekday>(index / 2), index % 2 == 0 ? Session::am : Session::pm};
        return sessions;
    }();
    return all;
}

std::size_t WeekPlaces::index_of(const WeekdaySession& when)
{
    expects(when.weekday <= Weekday::friday);
    return static_cast<std::size_t>(when.weekday) * 2 + (when.session == Session::pm ? 1 : 0);
}

int WeekPlaces::total() const { return std::accumulate(numbers.begin(), numbers.end(), 0); }

std::vector<WeekdaySession> WeekPlaces::sessions() const
{
    std::vector<WeekdaySession> found;
    for (const auto& when : sessions_of_the_week())
        if (at(when) > 0) found.push_back(when);
    return found;
}

WeekPlaces free_places(const WeekPlaces& capacity, const WeekPlaces& taken)
{
    WeekPlaces left;
    for (const auto& when : sessions_of_the_week()) left.at(when) = std::max(0, capacity.at(when) - taken.at(when));
    return left;
}

bool is_free_on(const WeekPlaces& free, const std::vector<WeekdaySession>& wanted)
{
    return std::ranges::all_of(wanted, [&](const auto& when) { return free.at(when) > 0; });
}

std::string session_code(const WeekdaySession& when)
{
    return std::string{enum_text(when.weekday)} + "_" + std::string{enum_text(when.session)};
}

std::optional<WeekdaySession> session_from_code(std::string_view code)
{
    for (const auto& when : sessions_of_the_week())
        if (session_code(when) == code) return when;
    return std::nullopt;
}

std::string sessions_words(const std::vector<WeekdaySession>& sessions)
{
    // Days are told together when they have the same halves: 0 none, 1 morning, 2 afternoon, 3 both.
    std::array<int, 5> halves{};
    for (const auto& when : sessions)
        halves[static_cast<std::size_t>(when.weekday)] |= when.session == Session::am ? 1 : 2;

    static constexpr std::string_view words[] = {"", "mornings", "afternoons", "all day"};
    std::vector<std::string> parts;
    for (const int half : {3, 1, 2}) {
        std::vector<std::string> days;
        for (std::size_t day = 0; day < halves.size(); ++day)
            if (halves[day] == half) days.push_back(weekday_name(static_cast<Weekday>(day)));
        if (days.empty()) continue;
        const std::string which = days.size() == 5 ? "Monday to Friday" : listed(days);
        const std::string_view when = words[half];
        if (days.size() == 1 && half != 3) parts.push_back(which + " " + std::string{when.substr(0, when.size() - 1)});
        else parts.push_back(which + (half == 3 ? ", " : " ") + std::string{when});
    }
    return parts.empty() ? "No sessions" : join(parts, "; ");
}

}  // namespace waymark::directory
