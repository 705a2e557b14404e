// Goals of a placement and what was read of them over time.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "reviews/store/reviews.hpp"

namespace waymark::reviews {

struct Goal {
    GoalId id;
    std::string words;             // "I can stay in a lesson for 40 minutes"
    std::string measure;           // how it is seen: "minutes in a maths lesson"
    std::optional<double> baseline, target;
    std::string unit;
    std::optional<double> last_value;
    std::string last_words;
    std::optional<Date> last_read_on;
};
void insert_goal(Transaction& tx, const Goal& goal, PupilId pupil, PlacementId placement);
[[nodiscard]] std::vector<Goal> goals_of_placement(Transaction& tx, PlacementId placement);

struct GoalReading {
    GoalId goal;
    Date read_on;
    std::optional<double> value;
    std::string words;
};
[[nodiscard]] std::vector<GoalReading> readings_of_placement(Transaction& tx, PlacementId placement);
void insert_reading(Transaction& tx, const GoalReading& reading, std::optional<ReviewId> review);

}  // namespace waymark::reviews
