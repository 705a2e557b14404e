// What a review must hold before it counts as held: the child's view first, safety, need, each goal, and what happens next.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "foundation/date.hpp"
#include "foundation/id.hpp"
#include "foundation/result.hpp"

namespace waymark::reviews {

struct ReviewTag;
using ReviewId = IdOf<ReviewTag>;
struct GoalTag;
using GoalId = IdOf<GoalTag>;

enum class ReviewState { due, held, no_longer_needed };
enum class NextStep { go_on, change, extend, end };
enum class ViewMethod { in_words, conversation, telephone, drawing, prefers_not_to_say };

struct GoalProgress {
    GoalId goal;
    std::optional<double> value;   // in the goal's own unit
    std::string words;             // what was seen
};

struct ProposedReview {
    Date held_on;
    ViewMethod child_view_method = ViewMethod::in_words;
    std::string child_view;        // exactly as said
    std::string family_view;
    std::string attendees;
    std::optional<bool> is_safe;
    std::optional<bool> meets_need;
    std::string summary;
    std::vector<GoalProgress> goals;
    std::optional<NextStep> next_step;
    std::string next_step_reason;
};

/// What keeps it from counting as held; all of it.
///
/// Fails  `review.child_view_missing` (unless the child prefers not to say), `review.in_future`, `review.before_placement`,
///        `review.safe_missing`, `review.need_missing`, `review.attendees_missing`, `review.goal_without_progress`,
///        `review.next_step_missing`, `review.reason_missing` (needed for anything but going on as it is),
///        `review.unsafe_goes_on`: a place that is not safe cannot simply continue
/// Rule   R33: attending? safe? still meets need? A safeguarding concern is reviewed at once, and the place ends if necessary
[[nodiscard]] Problems problems_with(const ProposedReview& review, Date placement_from, Date today);

[[nodiscard]] std::string_view next_step_name(NextStep step);      // "Carry on as it is"
[[nodiscard]] std::string_view view_method_name(ViewMethod method);  // "They prefer not to say"

}  // namespace waymark::reviews
