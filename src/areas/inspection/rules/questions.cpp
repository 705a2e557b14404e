// One line a question.
#include "inspection/rules/questions.hpp"

#include "foundation/result.hpp"

namespace waymark::inspection {

std::vector<Question> questions_on_purpose(const PlaceOnDay& place, Date on)
{
    std::vector<Question> asked;
    if (!place.has_measured_goal) asked.push_back(Question::no_measure);
    if (!place.has_way_on) asked.push_back(Question::no_way_on);
    if (!place.child_was_heard) asked.push_back(Question::child_not_heard);
    if (place.review_due && *place.review_due < on) asked.push_back(Question::review_overdue);
    return asked;
}

std::vector<Question> questions_on_safety(const PlaceOnDay& place, Date on, const Law& law)
{
    std::vector<Question> asked;
    if (!place.is_assured) asked.push_back(Question::setting_not_assured);
    if (!place.is_registered && place.is_compulsory_age && place.minutes_a_week > law.registration_full_time_above_minutes)
        asked.push_back(Question::full_time_at_unregistered);
    if (!place.is_on_a_roll && place.is_compulsory_age) asked.push_back(Question::on_no_roll);
    if (place.days_not_seen >= law.unauthorised_school_days) asked.push_back(Question::out_of_sight);
    if (attendance::is_persistent_absence(place.attendance, law)) asked.push_back(Question::persistently_absent);
    if (place.agreed_end < on) asked.push_back(Question::past_agreed_end);
    return asked;
}

std::string_view question_words(Question question)
{
    switch (question) {
    case Question::no_measure: return "No goal with a target is written down";
    case Question::no_way_on: return "The way on from the place is not written down";
    case Question::child_not_heard: return "The child’s own view since it began is not written down";
    case Question::review_overdue: return "A review is overdue";
    case Question::setting_not_assured: return "The setting is not quality assured";
    case Question::full_time_at_unregistered: return "Full-time at a setting that is no school";
    case Question::on_no_roll: return "On no school’s roll";
    case Question::out_of_sight: return "Not seen on any of the days expected lately";
    case Question::persistently_absent: return "Persistently absent";
    case Question::past_agreed_end: return "Past the end that was agreed";
    }
    expects(false);
    return {};
}

}  // namespace waymark::inspection
