// R57, R58: what inspectors would ask about a child in alternative provision, from what the record shows and does not show.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "attendance/rules/rates.hpp"
#include "foundation/date.hpp"
#include "vocabulary/law.hpp"

namespace waymark::inspection {

enum class Question {
    // R57: what the thematic review found missing
    no_measure, no_way_on, child_not_heard, review_overdue,
    // R58: what can decide a school’s inspection
    setting_not_assured, full_time_at_unregistered, on_no_roll, out_of_sight, persistently_absent, past_agreed_end,
};

/// A child’s place on a day, as far as inspectors ask about it.
struct PlaceOnDay {
    bool has_measured_goal = false;         // a goal with a target
    bool has_way_on = false;                // the plan for the way out of it is written down
    bool child_was_heard = false;           // the child’s own view since it began
    std::optional<Date> review_due;         // the first review not held that day
    bool is_assured = false;                // the setting, with or without conditions
    bool is_registered = false;
    int minutes_a_week = 0;                 // at this setting
    bool is_compulsory_age = true;
    bool is_on_a_roll = true;
    int days_not_seen = 0;                  // expected days in a row, up to that day, with no session attended
    attendance::Counts attendance;          // of this place in the school year, up to that day
    Date agreed_end;
};

/// What the thematic review of 2024 would ask: is there a measure of success, a way on, the child’s own view, a review on time?
/// on         the day asked about
/// Rule       R57
/// Source     Ofsted and CQC, Alternative provision in local areas in England: a thematic review (February 2024)
[[nodiscard]] std::vector<Question> questions_on_purpose(const PlaceOnDay& place, Date on);

/// What a school’s inspectors would ask: is the setting checked and lawful, is the child on a roll, seen, attending, and not forgotten
/// there? A child is out of sight after law.unauthorised_school_days expected days without one session attended.
/// on         the day asked about
/// Rule       R58
/// Source     Ofsted, school inspection framework and handbook (10 November 2025)
[[nodiscard]] std::vector<Question> questions_on_safety(const PlaceOnDay& place, Date on, const Law& law);

[[nodiscard]] std::string_view question_words(Question question);   // "No goal with a target is written down"

}  // namespace waymark::inspection
