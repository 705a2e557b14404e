// A placement starts, is extended or ends: its next review follows.
#include "reviews/actions/follow_placement.hpp"

#include "people/store/calendars.hpp"
#include "people/store/law_choices.hpp"
#include "reviews/rules/review_calendar.hpp"

namespace waymark::reviews {

Result<void> schedule_next_review(Transaction& tx, PlacementId id)
{
    const auto placement = placement_under_review(tx, id);
    expects(placement.has_value());
    const auto calendar = people::calendar_of(tx, placement->roll_school);
    const auto next = next_review({placement->from, placement->expected_end, last_held(tx, id)}, calendar.calendar, people::law_for(tx, tx.today()));
    const Date due = next ? next->due : placement->expected_end;
    move_due_review(tx, id, due);
    insert_review(tx, tx.new_id<ReviewId>(), placement->pupil, id, due);
    return {};
}

Result<void> placement_started(Transaction& tx, const Event& event) { return schedule_next_review(tx, {event.about}); }

Result<void> placement_extended(Transaction& tx, const Event& event) { return schedule_next_review(tx, {event.about}); }

Result<void> placement_ended(Transaction& tx, const Event& event)
{
    drop_due_review(tx, {event.about});
    return {};
}

}  // namespace waymark::reviews
