// All addresses of reviews and goals, with who may use them.
#include "reviews/web/routes.hpp"

#include "reviews/web/pages.hpp"

namespace waymark::reviews {

std::span<const Route> routes()
{
    using enum Method;
    using enum Permission;
    static constexpr Route table[] = {
        {get, "/reviews", see_reviews, show_reviews},
        {get, "/reviews/export.csv", see_reviews, reviews_csv},
        {get, "/reviews/{review}", see_reviews, show_review, Subject::review},
        {post, "/reviews/{review}", hold_reviews, submit_review, Subject::review},
        {get, "/placements/{placement}/goals", see_reviews, show_goals, Subject::placement},
        {post, "/placements/{placement}/goals", hold_reviews, submit_goal, Subject::placement},
        {get, "/api/v1/reviews", see_reviews, api_reviews},
    };
    return table;
}

}  // namespace waymark::reviews
