// The road from a permanent exclusion to the day on which the pupil's name may leave the roll: governors, request, panel.
#pragma once

#include <optional>
#include <string>

#include "pupils/rules/clock.hpp"
#include "vocabulary/law.hpp"

namespace waymark::pupils {

/// What has happened so far; what has not is none.
struct ReviewFacts {
    Date notice_on;                             // the governors were told of the exclusion
    std::optional<Date> decided_on;             // the parent was given the governors' decision not to reinstate
    std::optional<Date> waived_on;              // the parent said in writing that no review will be asked for
    std::optional<Date> requested_on;           // the parent asked for a review
    std::optional<Date> panel_met_on;           // its first day
    std::optional<Date> panel_finished_on;      // the last word without reinstatement, the governors' second look included
    std::optional<Date> reinstated_on;          // by the governors, at first or after the panel
};

enum class ReviewStage { governors_to_decide, request_open, panel_to_finish, may_leave_roll, reinstated };

struct ReviewTimeline {
    ReviewStage stage = ReviewStage::governors_to_decide;
    Date governors_meet_by;
    std::optional<Date> request_by;             // none: the governors have not decided
    std::optional<Date> panel_meets_by;         // none: no request came in time
    /// The first day on which the name may leave the roll; none while a review is open or before the governors decide, and
    /// for good once the pupil is reinstated.
    std::optional<Date> earliest_roll_removal;
    std::optional<Date> revisit_placement_on;   // reinstated: what the placement is for must be looked at that same day
    bool is_late = false;                       // the governors, or the panel, have not met and their last day is over
    std::string working;
};

/// All days are last days: a meeting or a request on the day itself is in time. A request after its last day opens nothing.
/// Of the three ways in which the road ends without reinstatement, the earliest counts.
/// Fails   `calendar.missing`
/// Rule    R11
/// Source  SI 2012/1033; School Attendance (Pupil Registration) (England) Regulations 2024 (SI 2024/208) reg. 9
[[nodiscard]] Result<ReviewTimeline> review_timeline(const ReviewFacts& facts, const SchoolCalendar& school, const Law& law, Date today);

}  // namespace waymark::pupils
