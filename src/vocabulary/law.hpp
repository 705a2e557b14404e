// The numbers of law and guidance, as they stand on a day. They live in reference/law_*.json, each with its source and
// the day somebody last read it; rules take what they need from here as a parameter and hold no number themselves.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "foundation/date.hpp"
#include "foundation/result.hpp"
#include "vocabulary/school_year.hpp"

namespace waymark {

/// Units are in the names or beside them; "school days" are counted by the calendar of the school whose clock it is.
struct Law {
    // Exclusion
    int duty_day = 0;                         // school day of a permanent exclusion on which full-time education must be there
    int day_six_warning_day = 0;              // school day from which having no offer is a warning
    int suspension_days_max = 0;              // school days in a school year, over all schools
    int suspension_days_warning = 0;
    int exclusion_notice_hours = 0;           // notice of the provision, before it starts
    int governors_meet_school_days = 0;       // from the notice
    int review_request_school_days = 0;       // from the governors' decision
    // Section 19, health, part-time
    int section_19_decision_school_days = 0;  // from the day the authority was told
    int section_19_start_school_days = 0;
    int family_news_school_days = 0;          // after a panel's decision, until the family hears again
    int full_time_minutes_ks1 = 0;            // taught minutes a week that count as full-time
    int full_time_minutes_ks2 = 0;
    int full_time_minutes_ks3 = 0;
    int full_time_minutes_ks4 = 0;
    int medical_days = 0;                     // school days missed in a school year, together or apart
    int medical_days_warning = 0;
    int part_time_review_school_days = 0;
    int part_time_end_school_days = 0;
    // Off-site direction, step-out, time limits
    int direction_notice_school_days = 0;     // before the start
    int direction_review_request_days = 0;    // a review within so many days before a request is enough
    int direction_review_notice_days = 0;
    int direction_review_school_days = 0;
    int step_out_school_days = 0;             // the longest step-out
    int step_out_assessment_school_days = 0;
    int non_school_weeks = 0;
    // Registration of a setting that is no school
    int registration_full_time_above_minutes = 0;  // minutes a week at one provider
    int registration_warning_minutes = 0;
    int registration_share_percent = 0;            // of the child's whole week
    int registration_children = 0;
    int registration_vulnerable_children = 0;      // looked after or with an EHC plan
    int registration_warning_children = 0;
    // Care for a placed child
    int confirmation_months = 0;              // how long a written confirmation holds
    int half_term_review_school_days_min = 0; // a placement that ran so long in a half-term needs a review in it
    int reporting_minute = 0;                 // minutes after midnight by which a child who did not arrive is reported
    int unexplained_absence_sessions = 0;     // in a row
    int assurance_months = 0;
    // Out of sight
    int unauthorised_school_days = 0;         // in a row, then the school tells the authority
    int unplaced_school_days_warning = 0;
    int unplaced_school_days = 0;
    // Attendance and figures
    int reason_not_known_school_days = 0;     // then code N becomes O
    int persistent_absence_percent = 0;
    int severe_absence_percent = 0;
    int absence_sessions_min = 0;             // possible sessions before a rate is shown
    int planned_sessions_min = 0;             // a maintained school's year
    int small_number_below = 0;

    /// Taught minutes a week that count as full-time. Post-16 has no such number here: nothing.
    [[nodiscard]] std::optional<int> full_time_minutes(KeyStage stage) const;
};

/// must: statute. guidance: depart only with a recorded reason. local: the authority may choose another.
enum class LawBasis { must, guidance, local };

/// One number with all that is known about it, for the page that shows what Waymark applies and why.
struct LawNumber {
    std::string name, unit, rule, source, checked, reviewed_on, review_by;
    int value = 0;
    LawBasis basis = LawBasis::must;
    DateRange valid;
};

/// The numbers in force on a day. A day before a number's first row gets that first row: no older law is held.
[[nodiscard]] const Law& law_on(Date day);

/// Every number of every year, in the order of the files.
[[nodiscard]] std::span<const LawNumber> law_numbers();

/// The law with one of the authority's own choices in it.
/// Fails   `law.unknown_setting`, `law.not_local` (statute or guidance does not leave it to the authority)
[[nodiscard]] Result<Law> with_local_choice(Law law, std::string_view name, int value);

}  // namespace waymark
