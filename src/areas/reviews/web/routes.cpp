// All addresses of reviews and goals, with who may use them.
#include "reviews/web/routes.hpp"

#include "reviews/web/pages.hpp"

namespace waymark::reviews {

std::span<const Route> routes()
{
    using enum Method;
    static constexpr Route table[] = {
        {get, "/reviews", Permission::see_reviews, show_reviews},
        {get, "/reviews/export.csv", Permission::see_reviews, reviews_csv},
        {get, "/reviews/{review}", Permission::see_reviews, show_review, Subject::review},
        {post, "/reviews/{review}", Permission::hold_reviews, submit_review, Subject::review},
        {get, "/placements/{placement}/goals", Permission::see_reviews, show_goals, Subject::placement},
        {post, "/placements/{placement}/goals", Permission::hold_reviews, submit_goal, Subject::placement},
        {get, "/api/v1/reviews", Permission::see_reviews, api_reviews},
    };
    return table;
}

}  // namespace waymark::reviews
