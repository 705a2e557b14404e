// Counting back from the start, and forward from the last review.
#include "placements/rules/direction.hpp"

#include <algorithm>

#include "foundation/enum_text.hpp"
#include "foundation/text.hpp"
#include "placements/rules/school_days.hpp"

namespace waymark::placements {

Result<NoticeCheck> check_notice(const DirectionNotice& notice, const SchoolCalendar& school, const Law& law)
{
    NoticeCheck found{.latest = TRY(latest_notice(notice.starts_on, law.direction_notice_school_days, school))};
    found.is_late = !notice_in_time(notice.given_on, found.latest);
    found.authority_is_late = notice.has_ehc_plan && !notice_in_time(notice.authority_told_on, found.latest);
    for (const auto item : enum_values<NoticeItem>())
        if (std::ranges::find(notice.items, item) == notice.items.end()) found.missing.push_back(item);
    const bool in_order = !found.is_late && !found.authority_is_late && found.missing.empty();
    found.may_start = in_order || !trimmed(notice.override_reason).empty();
    return found;
}

bool must_hold_review(Date requested_on, std::span<const Date> reviews_held, const Law& law)
{
    const Date oldest = requested_on - Days{law.direction_review_request_days};
    return std::ranges::none_of(reviews_held, [&](Date held) { return held >= oldest && held < requested_on; });
}

DirectionReviewTimes times_of_review(Date review_on, const Law& law)
{
    return {review_on - Days{law.direction_review_notice_days}, review_on + Days{law.direction_outcome_days}};
}

Result<Date> next_direction_review(Date since, const SchoolCalendar& school, const Law& law)
{
    const auto half_term = std::ranges::find_if(school.half_terms(), [&](const HalfTerm& one) { return one.to > since; });
    if (half_term == school.half_terms().end()) return school.add_school_days(since, law.direction_review_school_days);
    const int left = TRY(school.school_days_between(since + Days{1}, half_term->to));
    if (left >= law.direction_review_school_days) return school.add_school_days(since, law.direction_review_school_days);
    return half_term->to;
}

}  // namespace waymark::placements
