// After alternative provision: where a leaver means to go, whether it lasts, and whether what is known of them is still current.
#pragma once

#include <array>
#include <optional>
#include <span>

#include "foundation/date.hpp"
#include "foundation/result.hpp"
#include "vocabulary/law.hpp"
#include "vocabulary/school_year.hpp"

namespace waymark::pupils {

/// What must be known by when of somebody who leaves at the end of a school year.
struct LeaverDates {
    Date destination_intended;  // last day; end of January
    Date place_offered;         // last day; Easter Sunday
    Date offer_guaranteed;      // last day of the September Guarantee, which is also when a confirmed start is due
};

/// last_year  the last school year of compulsory age, year 11, or year 12
/// law        law.destination_intended_day, law.september_guarantee_day
/// Fails      `law.no_such_day` (a day chosen that the calendar does not have)
/// Rule       R50
/// Source     Education and Skills Act 2008 s.68; DfE, September Guarantee
[[nodiscard]] Result<LeaverDates> leaver_dates(SchoolYear last_year, const Law& law);

/// The days on which somebody looks whether a leaver is still where they went: so many weeks after the start, in order.
/// law        law.sustained_weeks_first, law.sustained_weeks_second, law.sustained_weeks_third
/// Rule       R50
[[nodiscard]] std::array<Date, 3> sustained_checks(Date started, const Law& law);

/// The first of these days not answered yet: a look on the day or later answers it and those before it, since what came of the
/// start is known then. Nothing: all are answered.
[[nodiscard]] std::optional<Date> next_sustained_check(std::span<const Date> checks, std::span<const Date> looked_on);

/// What somebody over compulsory school age does, by the group of the activity code.
enum class ActivityGroup { education, employment, training, re_engagement, neet_available, neet_not_available, other, not_known };

/// How many months an activity stays current after it was confirmed: fewer for somebody without education, employment or
/// training, whose life changes sooner. One that is not known has the fewer too.
/// law        law.activity_months, law.activity_months_neet
/// Rule       R50
/// Source     DfE, management information requirement for client records (NCCIS), which sets these by year
[[nodiscard]] int months_current(ActivityGroup group, const Law& law);

/// The last day on which a confirmed activity counts as known.
/// months     how long an activity of this kind stays current after it was confirmed
/// Rule       R50
[[nodiscard]] Date activity_current_until(Date confirmed, int months);

/// Whether somebody must be asked to act: not in education, employment or training, not known, or confirmed too long ago.
/// Rule       R50 "NEET or not known => task"
[[nodiscard]] bool needs_follow_up(ActivityGroup group, Date current_until, Date today);

}  // namespace waymark::pupils
