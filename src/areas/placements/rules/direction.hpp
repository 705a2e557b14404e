// An off-site direction: the notice before it starts, and its reviews.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "foundation/date.hpp"
#include "foundation/result.hpp"
#include "vocabulary/law.hpp"
#include "vocabulary/school_calendar.hpp"

namespace waymark::placements {

/// What the notice must hold, in the order of the regulation.
enum class NoticeItem { address, person_to_report_to, number_of_days, reasons_and_objectives, session_times };

struct DirectionNotice {
    Date starts_on;
    std::optional<Date> given_on;               // to the parent, or to a pupil who is 18
    bool has_ehc_plan = false;
    std::optional<Date> authority_told_on;      // asked only where there is an EHC plan
    std::vector<NoticeItem> items;              // that it holds
    std::string override_reason;                // why the placement starts all the same
};

struct NoticeCheck {
    Date latest;                                // last day for the notice
    bool is_late = false;                       // to the parent: not given, or after the latest day
    bool authority_is_late = false;
    std::vector<NoticeItem> missing;
    bool may_start = false;                     // nothing is wrong, or a reason is recorded
};

/// Whether the notice of a direction lets the placement start.
///
/// school   the calendar of the school that directs; law.direction_notice_school_days before the start
/// Fails    `calendar.missing`
/// Rule     R18
/// Source   Education Act 2002 s.29A; SI 2010/1156 reg 3
[[nodiscard]] Result<NoticeCheck> check_notice(const DirectionNotice& notice, const SchoolCalendar& school, const Law& law);

/// Whether a review that a parent (or the authority, with an EHC plan) asked for in writing must be held: not when one was held in
/// the law.direction_review_request_days before the day of the request, which itself does not count.
/// Rule     R19
/// Source   SI 2012/2532 regs 3 to 5
[[nodiscard]] bool must_hold_review(Date requested_on, std::span<const Date> reviews_held, const Law& law);

struct DirectionReviewTimes {
    Date invite_by;                             // last day to invite
    Date tell_outcome_by;                       // last day to tell the outcome
};
/// Rule     R19
/// Source   SI 2010/1156 regs 5 and 6
[[nodiscard]] DirectionReviewTimes times_of_review(Date review_on, const Law& law);

/// The day by which a direction is reviewed next when the governors set no other interval: so many school days after the start or the
/// last review, or the last day of the half-term, whichever comes first. What starts on the last day of a half-term, or in a holiday,
/// is reviewed by the end of the next.
///
/// since    the first day, or the day of the last review
/// Fails    `calendar.missing`
/// Rule     R19
/// Source   SI 2012/2532 leaves the interval to the governors; law.direction_review_school_days is a local choice
[[nodiscard]] Result<Date> next_direction_review(Date since, const SchoolCalendar& school, const Law& law);

}  // namespace waymark::placements
