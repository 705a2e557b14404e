// When a placement must be reviewed (R33).
#include "reviews/rules/review_calendar.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace waymark::reviews {

Result<ReviewDue> next_review(const ReviewedPlacement& placement, const SchoolCalendar& school, const Law& law)
{
    const Date begin = placement.last_held ? std::max(*placement.last_held, placement.from) : placement.from;
    for (const HalfTerm& half_term : school.half_terms()) {
        const bool already = placement.last_held && *placement.last_held >= half_term.from;
        if (half_term.to < begin || already) continue;
        const Date first = std::max(half_term.from, placement.from);
        const int days = TRY(school.school_days_between(first, half_term.to));
        if (days < law.half_term_review_school_days_min) continue;
        if (placement.expected_end < half_term.to)
            return ReviewDue{std::max(placement.expected_end, first), "the placement's end, before the half-term closes"};
        return ReviewDue{half_term.to, fmt::format("the last day of {}; the placement runs {} school days in it", half_term.name, days)};
    }
    // A placement that ends before another half-term counts is reviewed at its end.
    if (school.knows(placement.expected_end) && placement.expected_end >= begin)
        return ReviewDue{placement.expected_end, "the placement's end"};
    return refused("calendar.missing", "Add next term's dates to the school's calendar: until then the next review date is not known.");
}

Severity severity_of(Date due, Date today)
{
    if (today > due) return Severity::breach;
    return days_between(today, due) <= 10 ? Severity::warn : Severity::info;
}

}  // namespace waymark::reviews
