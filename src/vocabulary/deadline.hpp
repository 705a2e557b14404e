// A day by which something must be done: how many days are left, in the kind of day the law counts in, and how pressing it is.
#pragma once

#include <optional>

#include "foundation/date.hpp"
#include "foundation/result.hpp"
#include "vocabulary/school_calendar.hpp"
#include "vocabulary/severity.hpp"

namespace waymark {

enum class DayKind { calendar, working, school };

/// Where a duty stands: the day it is looked at from, and the day on which the thing was done.
struct Standing {
    Date today;
    std::optional<Date> done_on;    // none: not done. A day after today is a plan, and not done either

    [[nodiscard]] bool is_done() const { return done_on && *done_on <= today; }
    /// The day that is compared with the due day: when it was done, or today.
    [[nodiscard]] Date counted_on() const { return is_done() ? *done_on : today; }
};

struct Deadline {
    Date due;                       // the last day on which it is in time
    int days_left = 0;              // 0 on the due day, negative after it; once done, as it was on the day it was done
    Severity severity = Severity::info;
    bool is_met = false;            // done, in time or late
};

/// From how many days before the due day, and on it, a duty that is not done is a warning: the last ten calendar days, or a
/// week of working days or school days. No law says so: it is time enough to act.
[[nodiscard]] constexpr int warning_days(DayKind kind) { return kind == DayKind::calendar ? 10 : 5; }

/// `breach` from the day after the due day, `warn` in the last days before it and on it, else `info`. Once done, always `info`.
[[nodiscard]] Deadline deadline_in_calendar_days(Date due, const Standing& standing);
[[nodiscard]] Deadline deadline_in_working_days(Date due, const Standing& standing);
/// Fails   `calendar.missing` when the calendar does not reach from the due day to the day it is compared with
[[nodiscard]] Result<Deadline> deadline_in_school_days(Date due, const Standing& standing, const SchoolCalendar& school);

}  // namespace waymark
