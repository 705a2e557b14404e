// A placement starts, is extended or ends, or a calendar changes: the next review follows.
#include "reviews/actions/follow_placement.hpp"

#include <map>

#include "foundation/json.hpp"
#include "people/store/calendars.hpp"
#include "people/store/law_choices.hpp"
#include "reviews/rules/review_calendar.hpp"

namespace waymark::reviews {
namespace {

/// Where the calendar does not reach that far, the expected end stands in for the date that is not known.
Date due_by(const ReviewedPlacement& placement, const SchoolCalendar& school, const Law& law)
{
    const auto next = next_review(placement, school, law);
    return next ? next->due : placement.expected_end;
}

}  // namespace

Result<void> schedule_next_review(Transaction& tx, PlacementId id)
{
    const auto placement = placement_under_review(tx, id);
    expects(placement.has_value());
    const auto calendar = people::calendar_of(tx, placement->roll_school);
    const Date due = due_by({placement->from, placement->expected_end, last_held(tx, id)}, calendar.calendar, people::law_for(tx, tx.today()));
    move_due_review(tx, id, due);
    insert_review(tx, tx.new_id<ReviewId>(), placement->pupil, id, due);
    return {};
}

Result<int> count_due_reviews_afresh(Transaction& tx, std::optional<Id> changed)
{
    const bool all = !changed || *changed == people::calendar_record(std::nullopt);
    std::map<std::optional<OrganisationId>, SchoolCalendar> calendars;
    const Law law = people::law_for(tx, tx.today());
    int moved = 0;
    for (const auto& review : due_reviews_to_count(tx)) {
        if (!all && people::calendar_record(review.roll_school) != *changed) continue;
        auto calendar = calendars.find(review.roll_school);
        if (calendar == calendars.end()) calendar = calendars.emplace(review.roll_school, people::calendar_of(tx, review.roll_school).calendar).first;
        const Date due = due_by({review.from, review.expected_end, review.last_held}, calendar->second, law);
        if (due == review.due_on) continue;
        move_due_review(tx, review.placement, due);
        TRY(tx.record({.verb = "due_day_counted_afresh", .entity = "review", .about = review.id.value, .pupil = review.pupil.value,
                       .before = json_text(Json{{"due_on", iso(review.due_on)}}), .after = json_text(Json{{"due_on", iso(due)}})}));
        ++moved;
    }
    return moved;
}

Result<void> calendar_changed(Transaction& tx, const Event& event)
{
    TRY(count_due_reviews_afresh(tx, event.about));
    return {};
}

Result<void> number_chosen(Transaction& tx, const Event&)
{
    TRY(count_due_reviews_afresh(tx));
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
