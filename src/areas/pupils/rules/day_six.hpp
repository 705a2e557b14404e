// When full-time education must be in place for an excluded or suspended pupil.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "pupils/rules/clock.hpp"
#include "pupils/rules/records.hpp"
#include "vocabulary/law.hpp"

namespace waymark::pupils {

/// The day by which full-time education must be in place.
///
/// first_day  first school day of the exclusion, which counts as day 1, even when the pupil was sent home at midday
/// school     the excluding school's calendar; weekends, holidays, INSET and closures are not school days
/// law        the law in force on first_day; law.duty_day counts in school days (6 in 2026)
/// Fails      `calendar.missing` when the calendar does not reach that day; it is never guessed
/// Rule       R6
/// Source     Education Act 1996 s.19(3A), (3B); SI 2007/1870 reg. 4
[[nodiscard]] Result<Date> full_time_due(Date first_day, const SchoolCalendar& school, const Law& law);

/// Whether an exclusion still removes the pupil from their school; a reinstated or withdrawn one does not. An appeal or a
/// pending governors' meeting does not stop the clock.
/// Rule    R6, R11
[[nodiscard]] bool still_excludes(const Exclusion& exclusion);

/// What a suspension or a permanent exclusion can become, its present status left out. Mistakes are put right, so there is a way back.
[[nodiscard]] std::vector<ExclusionStatus> statuses_after(const Exclusion& exclusion);

/// The permanent exclusion whose day six counts now: the latest that still excludes; none: no such exclusion stands.
[[nodiscard]] const Exclusion* standing_exclusion(std::span<const Exclusion> exclusions);

/// The authority's clock for a permanent exclusion: a warning from law.day_six_warning_day, a breach from the due day on.
/// full_time_from   first day on which full-time education was really there; none: not yet
/// Rule    R6
/// Source  Education Act 1996 s.19(3A)
[[nodiscard]] Clock day_six_clock(const Exclusion& exclusion, CountedBy school, const Law& law, Date today,
                                  std::optional<Date> full_time_from);

/// The earlier target for a child who is looked after or has a social worker: education from the first day. It warns and
/// never becomes a breach.
/// Rule    R10
/// Source  DfE, Suspension and permanent exclusion guidance 2024
[[nodiscard]] Clock day_one_clock(const Exclusion& exclusion, CountedBy school, Date today, std::optional<Date> full_time_from);

/// Suspensions of one pupil that follow each other without a school day at school between them.
struct SuspensionRun {
    Date first_day;             // a school day
    Date last_day;
    int school_days = 0;
    bool is_closed = false;     // each suspension in it was ended or reinstated by an officer, who gave a reason
};
/// The runs, oldest first. Suspensions whose length is not recorded are left out; so are those withdrawn.
/// Fails   `calendar.missing`
/// Rule    R7
/// Source  Education and Inspections Act 2006 s.100; SI 2007/1870, as amended by SI 2014/3216: "consecutive"
[[nodiscard]] Result<std::vector<SuspensionRun>> suspension_runs(std::span<const Exclusion> exclusions, const SchoolCalendar& school);

/// First day on which full-time education was really there, on or after the day given; none: not yet.
using FullTimeSince = std::function<std::optional<Date>(Date since)>;

/// The school's own day six, of the run that presses most. A run that reaches it is owed full-time education until that is
/// there or an officer closes the suspension with a reason; the end of the run closes nothing. None: no run reaches day
/// six, or those that did are met and over.
/// full_time_since   asked for the first day of each run; empty: nothing is in place
/// Rule    R7
/// Source  Education and Inspections Act 2006 s.100; SI 2007/1870, as amended by SI 2014/3216
[[nodiscard]] std::optional<Clock> suspension_clock(std::span<const Exclusion> exclusions, CountedBy school, const Law& law,
                                                    Date today, const FullTimeSince& full_time_since);

/// Half days of suspension in one school year, over all schools; each suspension counts in the year in which it begins.
struct SuspensionTotal {
    int half_days = 0;
    Severity severity = Severity::info;     // warn from law.suspension_days_warning, breach above law.suspension_days_max
    std::string words;                      // "6.5 of at most 45 school days in 2026 to 2027"
};
/// Rule    R7
/// Source  SI 2012/1033 reg. 4
[[nodiscard]] SuspensionTotal suspension_total(std::span<const Exclusion> exclusions, SchoolYear year, const Law& law);

}  // namespace waymark::pupils
