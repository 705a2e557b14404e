// Places by weekday session: how many there are, how many are in use, how many are free.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "directory/rules/provider.hpp"
#include "vocabulary/session.hpp"

namespace waymark::directory {

/// The ten sessions of a school week, Monday morning first.
[[nodiscard]] const std::array<WeekdaySession, 10>& sessions_of_the_week();

/// A number for each weekday session of one programme.
struct WeekPlaces {
    std::array<int, 10> numbers{};

    [[nodiscard]] int at(const WeekdaySession& when) const { return numbers[index_of(when)]; }
    int& at(const WeekdaySession& when) { return numbers[index_of(when)]; }
    [[nodiscard]] int total() const;
    /// The sessions with at least one, in the order of the week.
    [[nodiscard]] std::vector<WeekdaySession> sessions() const;
    bool operator==(const WeekPlaces&) const = default;

private:
    static std::size_t index_of(const WeekdaySession& when);  // expects Monday to Friday
};

/// How many places of each programme are in use, by weekday session. Placements know; the directory asks (store/taken.hpp).
using TakenPlaces = std::map<ProgrammeId, WeekPlaces>;

/// What is left of the capacity; never below none, even where more pupils come than there are places.
[[nodiscard]] WeekPlaces free_places(const WeekPlaces& capacity, const WeekPlaces& taken);

/// Whether every one of those sessions has a free place.
[[nodiscard]] bool is_free_on(const WeekPlaces& free, const std::vector<WeekdaySession>& wanted);

/// "monday_am" ⇄ Monday morning: how forms, addresses and the API name a weekday session.
[[nodiscard]] std::string session_code(const WeekdaySession& when);
[[nodiscard]] std::optional<WeekdaySession> session_from_code(std::string_view code);

/// "Monday and Tuesday, all day; Wednesday morning", "Every day, mornings", "Monday to Friday, all day", "No sessions".
[[nodiscard]] std::string sessions_words(const std::vector<WeekdaySession>& sessions);

}  // namespace waymark::directory
