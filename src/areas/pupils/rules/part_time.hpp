// Less than full-time education: what must be recorded to make it lawful, and how a school's reduced timetable is watched.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "foundation/date.hpp"
#include "foundation/result.hpp"
#include "vocabulary/law.hpp"
#include "vocabulary/school_calendar.hpp"
#include "vocabulary/severity.hpp"

namespace waymark::pupils {

/// What is recorded about a child whose health does not allow full-time education.
struct PartTimeOnHealthGrounds {
    bool full_time_not_in_best_interests = false;   // for the child's physical or mental health
    std::string reason;
    std::string basis;                              // "Letter of the paediatrician, 3 November 2026"
    std::optional<int> minutes_a_week;
    std::string plan_to_increase;
    std::optional<Date> review_on;
};

enum class PartTimePart { best_interests, reason, basis, hours, plan_to_increase, review_date };

/// What is still missing; none: less than full-time is lawful. While anything is, the record says “part-time without basis”.
/// Rule    R15
/// Source  Education Act 1996 s.19(3AA)
[[nodiscard]] std::vector<PartTimePart> missing_from(const PartTimeOnHealthGrounds& recorded);

/// A part-time timetable at a school that still runs.
struct ReducedTimetable {
    Date from;                              // first day of the stretch agreed last, so after a renewal its first day
    std::optional<Date> to;                 // its agreed last day
    std::optional<Date> parent_agreed_on;
    std::vector<Date> reviews;              // held
    int renewals = 0;                       // how often it was renewed
    std::optional<Date> officer_agreed_on;  // an officer of the authority
};

enum class TimetableFault { agreement_missing, end_missing, end_too_late, past_its_end, review_overdue, officer_missing };

struct TimetableWatch {
    int days_running = 0;                   // school days from the first day to today, both counted
    Date next_review;                       // last day for it
    Date latest_end;
    bool needs_officer = false;
    std::vector<TimetableFault> faults;
    Severity severity = Severity::info;
};

/// How a reduced timetable stands today. Without the parent's agreement or an end, past its end, or renewed again without the
/// officer, it is a breach; a review that is overdue or an end agreed too late warns.
///
/// school   the calendar of the school whose timetable it is
/// law      in force on the first day: law.part_time_review_school_days after the start or the last review,
///          law.part_time_end_school_days with the first day counted, law.part_time_renewals without an officer
/// Fails    `calendar.missing`
/// Rule     R16
/// Source   DfE, Working together to improve school attendance 2024; the numbers are local choices
[[nodiscard]] Result<TimetableWatch> watch(const ReducedTimetable& timetable, const SchoolCalendar& school, const Law& law, Date today);

}  // namespace waymark::pupils
