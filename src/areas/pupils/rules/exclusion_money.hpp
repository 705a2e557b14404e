// The money that follows a permanently excluded pupil: A x (B / 52) + C, in whole pence.
#pragma once

#include <optional>
#include <string>

#include "foundation/date.hpp"
#include "foundation/money.hpp"
#include "vocabulary/law.hpp"
#include "vocabulary/school_calendar.hpp"

namespace waymark::pupils {

/// The day from which the money moves: the sixth school day after the exclusion, its first day not counted.
/// Fails   `calendar.missing`
/// Rule    R12
/// Source  School and Early Years Finance (England) Regulations, each year; the number is that of day six
[[nodiscard]] Result<Date> money_moves_from(Date first_day, const SchoolCalendar& school, const Law& law);

/// What the sum is made of.
struct FundingOfPupil {
    Date relevant_date;
    Money a_year;                       // A: pupil-led funding of this pupil for a whole financial year, pupil premium left out
    Money pupil_premium_a_year;
    Money adjustment;                   // C: by an adjustment order; below nothing it lowers the sum
    std::optional<Date> would_leave_on; // last day of the final term, when the pupil would have left the school after it
};

struct FundingThatFollows {
    int weeks = 0;                      // B
    Date last_day;                      // up to which they are counted: 31 March, or the pupil's last day if that comes first
    Money budget;                       // from the excluding school's budget share
    Money pupil_premium;
    std::string working;
};

/// Complete weeks from the relevant date, itself included, to the last day, itself included. Rounded once, at the end, half a
/// penny up; the pupil premium is a sum of its own. The admitting school is given the same sum from its own relevant date.
/// Rule    R12
/// Source  School and Early Years Finance (England) Regulations, each year
[[nodiscard]] FundingThatFollows funding_that_follows(const FundingOfPupil& pupil, const Law& law);

}  // namespace waymark::pupils
