// What must be said before a review counts as held.
#include "reviews/rules/review.hpp"

#include <doctest/doctest.h>

using namespace waymark;
using namespace waymark::reviews;

namespace {

const Date today = date(2026, 11, 23);
const Date began = date(2026, 9, 7);

ProposedReview complete()
{
    return {.held_on = today, .child_view = "I like the horses.", .attendees = "Kai, his mum, Jess Tolley", .is_safe = true,
            .meets_need = true, .next_step = NextStep::go_on};
}

}  // namespace

TEST_CASE("a complete review has nothing wrong with it")
{
    CHECK(problems_with(complete(), began, today).empty());
}

TEST_CASE("a review needs the child's own words, unless the child prefers not to say")
{
    ProposedReview review = complete();
    review.child_view = "  ";
    CHECK(problems_with(review, began, today).has("review.child_view_missing"));
    review.child_view_method = ViewMethod::prefers_not_to_say;
    CHECK(problems_with(review, began, today).empty());
}

TEST_CASE("a review can be recorded on its day and later, not before, and not from before the placement")
{
    ProposedReview review = complete();
    review.held_on = today + Days{1};
    CHECK(problems_with(review, began, today).has("review.in_future"));
    review.held_on = began - Days{1};
    CHECK(problems_with(review, began, today).has("review.before_placement"));
    review.held_on = began;
    CHECK(problems_with(review, began, today).empty());
}

TEST_CASE("a place that is not safe cannot simply go on")
{
    ProposedReview review = complete();
    review.is_safe = false;
    CHECK(problems_with(review, began, today).has("review.unsafe_goes_on"));
    review.next_step = NextStep::end;
    review.next_step_reason = "The other boys threatened him.";
    CHECK(problems_with(review, began, today).empty());
}

TEST_CASE("anything but going on needs its reason")
{
    ProposedReview review = complete();
    review.next_step = NextStep::extend;
    CHECK(problems_with(review, began, today).has("review.reason_missing"));
}

TEST_CASE("all that is missing is said at once")
{
    const auto problems = problems_with({.held_on = today}, began, today);
    CHECK(problems.size() == 5);
}
