// A child's week as a grid of ten squares, filled one by one.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "slow_rules/chance.hpp"
#include "slow_rules/slow_calendar.hpp"

namespace waymark::slow {

/// "mon am" and the rest, in the order of the week.
inline constexpr std::string_view squares_of_week[] = {"mon am", "mon pm", "tue am", "tue pm", "wed am", "wed pm", "thu am", "thu pm", "fri am", "fri pm"};

struct Square {
    int settings = 0;   // how many answer for it that day
    int minutes = 0;    // all of theirs
};

/// The squares that some setting answers for on the case's day.
[[nodiscard]] std::map<std::string, Square> grid_of(const Value& given);
/// What counts as full-time for the case's key stage.
[[nodiscard]] int slow_full_time(const Value& given);

/// None to three settings with some sessions each, in force around that day or not.
[[nodiscard]] Value random_places(Chance& chance, Date on);
/// Some of the ten squares, each at most once.
[[nodiscard]] Value random_sessions(Chance& chance);

}  // namespace waymark::slow
