// When a placement must be reviewed (R33).
#include "reviews/rules/review_calendar.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace waymark::reviews {

namespace {

std::unexpected<Problems> review_not_known()
{
    return refused("calendar.missing", "Add next term's dates to the school's calendar: until then the next review date is not known.");
}

/// The end of the first half-term that needs a review; nothing when the calendar holds none.
std::optional<ReviewDue> half_term_due(Date placed_from, std::optional<Date> held, const SchoolCalendar& school, const Law& law)
{
    for (const HalfTerm& half_term : school.half_terms()) {
        const Date begin = held.value_or(placed_from);
        const bool already = held && *held >= half_term.from;
        if (half_term.to < begin || already) continue;
        const auto days = school.school_days_between(std::max(half_term.from, placed_from), half_term.to);
        if (!days || *days < law.half_term_review_school_days_min) continue;
        return ReviewDue{half_term.to, fmt::format("the last day of {}; the placement runs {} school days in it", half_term.name, *days)};
    }
    return std::nullopt;
}

}  // namespace

Result<ReviewDue> next_review(const ReviewedPlacement& placement, const SchoolCalendar& school, const Law& law)
{
    const auto held = placement.last_held && *placement.last_held >= placement.from ? placement.last_held : std::nullopt;
    const bool end_is_to_come = !held || placement.expected_end > *held;
    auto due = half_term_due(placement.from, held, school, law);
    if (end_is_to_come && (!due || placement.expected_end < due->due))
        due = ReviewDue{std::max(placement.expected_end, placement.from), "the placement's end, before the half-term closes"};
    // Nothing between is skipped: a gap in the calendar may hide a half-term of its own.
    if (!due || !school.school_days_between(held.value_or(placement.from), due->due)) return review_not_known();
    return *due;
}

Result<std::vector<ReviewedHalfTerm>> half_terms_to_review(DateRange ran, const std::vector<Date>& reviews, const SchoolCalendar& school,
                                                           const Law& law)
{
    expects(ran.to.has_value());
    TRY(school.school_days_between(ran.from, *ran.to));
    std::vector<ReviewedHalfTerm> needed;
    for (const HalfTerm& half_term : school.half_terms()) {
        const Date from = std::max(half_term.from, ran.from), to = std::min(half_term.to, *ran.to);
        const int days = TRY(school.school_days_between(from, to));
        if (days < law.half_term_review_school_days_min) continue;
        const bool held = std::ranges::any_of(reviews, [&](Date day) { return day >= from && day <= to; });
        needed.push_back({half_term, days, held});
    }
    return needed;
}

Severity severity_of(Date due, Date today)
{
    if (today > due) return Severity::breach;
    return days_between(today, due) <= 10 ? Severity::warn : Severity::info;
}

}  // namespace waymark::reviews
