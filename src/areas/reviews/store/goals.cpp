// Thin names for the goal queries.
#include "reviews/store/goals.hpp"

#include "reviews/store/goals.sql.hpp"

namespace waymark::reviews {

void insert_goal(Transaction& tx, const Goal& goal, PupilId pupil, PlacementId placement)
{
    tx.run(sql::insert_goal, {{"id", goal.id},
                              {"pupil", pupil},
                              {"placement", placement},
                              {"words", goal.words},
                              {"measure", goal.measure},
                              {"baseline", goal.baseline},
                              {"target", goal.target},
                              {"unit", goal.unit}});
}

std::vector<Goal> goals_of_placement(Transaction& tx, PlacementId placement)
{
    return tx.all(sql::goals_of_placement, {{"placement", placement}}, [](const Row& row) {
        return Goal{
            .id = row.id<GoalId>("id"),
            .words = row.text("words"),
            .measure = row.text("measure"),
            .baseline = row.maybe_real("baseline"),
            .target = row.maybe_real("target"),
            .unit = row.text("unit"),
            .last_value = row.maybe_real("last_value"),
            .last_words = row.text_or_empty("last_words"),
            .last_read_on = row.maybe_date("last_read_on"),
        };
    });
}

std::vector<GoalReading> readings_of_placement(Transaction& tx, PlacementId placement)
{
    return tx.all(sql::readings_of_placement, {{"placement", placement}}, [](const Row& row) {
        return GoalReading{
            .goal = row.id<GoalId>("goal_id"),
            .read_on = row.date("read_on"),
            .value = row.maybe_real("value"),
            .words = row.text("words"),
        };
    });
}

void insert_reading(Transaction& tx, const GoalReading& reading, std::optional<ReviewId> review)
{
    tx.run(sql::insert_reading, {{"id", Id::make(tx.now())},
                                 {"goal", reading.goal},
                                 {"review", review},
                                 {"read_on", reading.read_on},
                                 {"value", reading.value},
                                 {"words", reading.words}});
}

}  // namespace waymark::reviews
