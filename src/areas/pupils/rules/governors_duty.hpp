// What a suspension asks of the school's governors, by the days it brings the child to in one term.
//
// A term is two half-terms of a school year: the first two are autumn, the next two spring, the last two summer. That needs
// all six in the calendar. A calendar with three parts in a year names whole terms. For any other number of parts the
// Regulations give dates: terms end on 31 December, on Easter Monday and on 31 July.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "pupils/rules/records.hpp"
#include "vocabulary/law.hpp"
#include "vocabulary/school_calendar.hpp"

namespace waymark::pupils {

/// The term that holds the day; nothing in a holiday.
/// Fails   `calendar.missing`
/// Rule    R2, R7
/// Source  SI 2012/1033 reg. 2: “reference date”, for a school whose year has more or fewer than three terms
[[nodiscard]] Result<std::optional<DateRange>> term_of(Date day, const SchoolCalendar& school);

enum class GovernorsDuty {
    must_meet,                  // over 15 days in a term, or a public exam missed
    meet_if_asked,              // over 5 days and up to 15
    consider_representations,   // up to 5: what the parent writes is considered; nobody need meet
};

/// One suspension and what bears on the governors' duty.
struct SuspensionNotice {
    Exclusion suspension;
    std::span<const Exclusion> earlier;         // the pupil's suspensions before it
    Date notice_on;                             // the day the governors were told
    bool public_exam_missed = false;
    bool parent_asks = false;                   // for a meeting
};

struct GovernorsTask {
    GovernorsDuty duty = GovernorsDuty::consider_representations;
    int half_days_in_term = 0;                  // the most in any term that this suspension touches, itself included
    std::optional<Date> meet_by;                // the last day; none: nobody need meet, or the parent has not asked
    std::string working;
};

/// Days of a suspension that runs over the end of a term count in the term in which they lie. Suspensions that were
/// withdrawn, or whose length is not recorded, do not count.
/// Fails   `calendar.missing`
/// Rule    R7
/// Source  SI 2012/1033 regs 5, 6 (15 and 24 for units and academies)
[[nodiscard]] Result<GovernorsTask> governors_task(const SuspensionNotice& notice, const SchoolCalendar& school, const Law& law);

}  // namespace waymark::pupils
