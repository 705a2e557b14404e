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
    int governors_must_meet_over_days = 0;    // school days suspended in a term; above it they meet
    int governors_asked_over_days = 0;        // above it they meet if the parent asks
    int governors_asked_meet_school_days = 0; // from the notice, when the parent asks
    int exclusion_notice_hours = 0;           // notice of the provision, before it starts
    int governors_meet_school_days = 0;       // from the notice
    int review_request_school_days = 0;       // from the governors' decision
    int review_panel_school_days = 0;         // from the request
    int funding_weeks = 0;                    // weeks that a year's funding is divided by
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
    int part_time_renewals = 0;               // the next goes to an officer of the authority
    // Off-site direction, step-out, time limits
    int direction_notice_school_days = 0;     // before the start
    int direction_review_request_days = 0;    // a review within so many days before a request is enough
    int direction_review_notice_days = 0;
    int direction_outcome_days = 0;           // after the review
    int direction_review_school_days = 0;
    int step_out_school_days = 0;             // the longest step-out
    int step_out_assessment_school_days = 0;
    int non_school_weeks = 0;
    // Registration of a setting that is no school
    int registration_full_time_above_minutes = 0;// minutes a week at one provider
    int registration_warning_minutes = 0;
    int registration_share_percent = 0;       // of the child's whole week
    int registration_children = 0;
    int registration_vulnerable_children = 0; // looked after or with an EHC plan
    int registration_warning_children = 0;
    // Care for a placed child
    int confirmation_months = 0;              // how long a written confirmation holds
    int half_term_review_school_days_min = 0; // a placement that ran so long in a half-term needs a review in it
    int reporting_minute = 0;                 // minutes after midnight by which a child who did not arrive is reported
    int unexplained_absence_sessions = 0;     // in a row
    int assurance_months = 0;
    int lado_working_days = 0;                // an allegation against an adult
    int suspended_review_school_days = 0;     // each child at a suspended provider
    // EHC plans and looked-after children
    int ehc_decide_weeks = 0;                 // from the request
    int ehc_final_weeks = 0;                  // from the request
    int ehc_review_months = 0;                // from the plan or the last review
    int ehc_report_weeks = 0;                 // from the meeting
    int ehc_review_decision_weeks = 0;        // from the meeting
    int ehc_amended_weeks = 0;                // from the notice of amendment
    int ehc_transfer_day = 0;                 // month and day: 215 is 15 February
    int ehc_transfer_day_post16 = 0;
    int ehc_adulthood_year_group = 0;         // from this year group on a review prepares for adulthood
    int pep_begun_working_days = 0;           // from the day a child becomes looked after
    int pep_ready_working_days = 0;
    // Out of sight
    int unauthorised_school_days = 0;         // in a row, then the school tells the authority
    int unplaced_school_days_warning = 0;
    int unplaced_school_days = 0;
    int roll_addition_days = 0;               // a school tells the authority of a new name
    int off_rolling_days = 0;                 // after alternative provision starts
    int off_rolling_year_group = 0;           // from this year group on
    int roll_absence_school_days = 0;         // unauthorised, in a row
    int roll_leave_school_days = 0;           // not returned from leave
    int roll_custody_months = 0;
    int fair_access_school_days = 0;          // from the referral to a place
    int fair_access_out_of_school_weeks = 0;
    int in_year_answer_school_days = 0;
    int in_year_answer_latest_school_days = 0;
    int preference_lost_years = 0;            // after a second permanent exclusion
    // Attendance and figures
    int reason_not_known_school_days = 0;     // then code N becomes O
    int persistent_absence_percent = 0;
    int severe_absence_percent = 0;
    int absence_sessions_min = 0;             // possible sessions before a rate is shown
    int planned_sessions_min = 0;             // a maintained school's year
    int small_number_below = 0;
    int register_open_minutes = 0;
    int register_years = 0;
    int churn_starts = 0;
    int churn_months = 0;
    int churn_gap_school_days = 0;
    // Moving on
    int sustained_weeks_first = 0;
    int sustained_weeks_second = 0;
    int sustained_weeks_third = 0;
    int activity_months = 0;                  // how long one stays known once confirmed
    int activity_months_neet = 0;             // the same without education, employment or training
    int destination_intended_day = 0;         // month and day: 131 is 31 January
    int september_guarantee_day = 0;          // month and day
    // Money and transport
    int place_funding_pounds = 0;             // a place a year, before the top-up
    int walking_miles_under_8 = 0;
    int walking_miles_from_8 = 0;
    int low_income_miles_8_to_10 = 0;
    int low_income_miles_min = 0;             // 11 to 16, one of the three nearest schools
    int low_income_miles_max = 0;
    int faith_miles_max = 0;
    // Keeping
    int keep_years_pupil = 0;                 // from birth
    int keep_years_plan = 0;                  // from birth
    int keep_years_looked_after = 0;          // from birth
    int keep_years_allegation = 0;
    int keep_years_contract = 0;              // after its end
    int keep_years_accounts = 0;              // a contract or payment that stands in accounts
    int keep_years_abuse = 0;                 // from birth: material on child sexual abuse
    int keep_years_panel = 0;
    int keep_years_enquiry = 0;
    int subject_access_months = 0;
    int subject_access_more_months = 0;

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
