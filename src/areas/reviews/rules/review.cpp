// What a review must hold before it counts as held (R33).
#include "reviews/rules/review.hpp"

#include "foundation/text.hpp"

namespace waymark::reviews {

Problems problems_with(const ProposedReview& review, Date placement_from, Date today)
{
    Problems found;
    if (review.child_view_method != ViewMethod::prefers_not_to_say && trimmed(review.child_view).empty())
        found.add("review.child_view_missing", "Write what the child said, in their own words, or choose that they prefer not to say.", "child_view");
    if (review.held_on > today) found.add("review.in_future", "Record the review on the day it is held, or later.", "held_on");
    if (review.held_on < placement_from) found.add("review.before_placement", "The review cannot be before the placement's first day.", "held_on");
    if (trimmed(review.attendees).empty()) found.add("review.attendees_missing", "Say who took part.", "attendees");
    if (!review.is_safe) found.add("review.safe_missing", "Say whether the child is safe there.", "is_safe");
    if (!review.meets_need) found.add("review.need_missing", "Say whether the place still meets the child's needs.", "meets_need");
    for (const GoalProgress& progress : review.goals)
        if (!progress.value && trimmed(progress.words).empty())
            found.add("review.goal_without_progress", "Say how this goal is going.", "goal-" + progress.goal.text());
    if (!review.next_step) found.add("review.next_step_missing", "Choose what happens next.", "next_step");
    else if (*review.next_step != NextStep::go_on && trimmed(review.next_step_reason).empty())
        found.add("review.reason_missing", "Give the reason for this next step. The family and school will read it.", "next_step_reason");
    const bool goes_on = review.next_step == NextStep::go_on || review.next_step == NextStep::extend;
    if (review.is_safe == false && goes_on)
        found.add("review.unsafe_goes_on", "A place that is not safe cannot go on as it is. Choose to change it or end it.", "next_step");
    return found;
}

std::string_view next_step_name(NextStep step)
{
    switch (step) {
        case NextStep::go_on: return "Carry on as it is";
        case NextStep::change: return "Change the placement";
        case NextStep::extend: return "Extend the placement";
        case NextStep::end: return "End the placement";
    }
    return "";
}

std::string_view view_method_name(ViewMethod method)
{
    switch (method) {
        case ViewMethod::in_words: return "They wrote it";
        case ViewMethod::conversation: return "In conversation";
        case ViewMethod::telephone: return "By telephone";
        case ViewMethod::drawing: return "With a drawing";
        case ViewMethod::prefers_not_to_say: return "They prefer not to say";
    }
    return "";
}

}  // namespace waymark::reviews
