// When a placement must be reviewed: at least once in every half-term in which it ran long enough to tell.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "foundation/date.hpp"
#include "foundation/result.hpp"
#include "vocabulary/law.hpp"
#include "vocabulary/school_calendar.hpp"
#include "vocabulary/severity.hpp"

namespace waymark::reviews {

/// A placement as the review calendar sees it.
struct ReviewedPlacement {
    Date from;                          // its first day
    Date expected_end;
    std::optional<Date> last_held;      // the latest review, if there was one
};

/// A review date and the sum behind it.
struct ReviewDue {
    Date due;
    std::string because;                // "the last day of Autumn 1; the placement runs 31 school days in it"
};

/// The next day by which a review must have been held: the last day of the first half-term that has none yet and in which
/// the placement runs law.half_term_review_school_days_min school days or more; never after the placement's expected end, while
/// that is still to come. One that runs on after a review past its end is reviewed half-term by half-term like any other.
///
/// school   the calendar of the child's roll school, or the authority's
/// Fails    `calendar.missing`: the date is then not known, never guessed; a half-term that nobody entered is not skipped
/// Rule     R33
/// Source   Keeping children safe in education: placements are reviewed at least half-termly
[[nodiscard]] Result<ReviewDue> next_review(const ReviewedPlacement& placement, const SchoolCalendar& school, const Law& law);

/// A half-term in which a placement ran long enough to need a review.
struct ReviewedHalfTerm {
    HalfTerm half_term;
    int school_days = 0;                // that the placement ran in it
    bool was_held = false;              // a review was held in it while the placement ran
};

/// Every half-term of a placement that needs a review, in order. One without is overdue once it has closed.
/// ran      from the first day to the last, or to today while it runs; both known
/// Fails    `calendar.missing`
/// Rule     R33
[[nodiscard]] Result<std::vector<ReviewedHalfTerm>> half_terms_to_review(DateRange ran, const std::vector<Date>& reviews,
                                                                         const SchoolCalendar& school, const Law& law);

/// `breach` once the day has passed, `warn` in the last ten days before it, else `info`. It stays a breach until it is held.
[[nodiscard]] Severity severity_of(Date due, Date today);

}  // namespace waymark::reviews
