// EHC plans: what a plan asks of a placement, and the clocks of its assessment, its review and the move to the next phase.
#pragma once

#include <optional>
#include <vector>

#include "vocabulary/deadline.hpp"
#include "vocabulary/law.hpp"

namespace waymark::pupils {

/// A placement of a child with a plan, as the plan sees it.
struct PlacementUnderPlan {
    bool has_plan = false;
    bool special_needs_team_agreed = false;
    bool changes_named_setting = false;     // the child would no longer attend what Section I names
    bool plan_amended = false;              // Section I already names the new setting
    bool serves_section_f = false;          // delivers the provision of Section F, or leaves it untouched
};

enum class PlanObstacle { special_needs_team, amendment, section_f };

/// What stands between a child with a plan and the placement; none for a child without one.
///
/// The authority goes on owing the provision of the plan while the child is placed.
/// Rule       R37
/// Source     Children and Families Act 2014 ss.42 to 44
[[nodiscard]] std::vector<PlanObstacle> obstacles_of_plan(const PlacementUnderPlan& placement);

/// What is recorded of a package of education otherwise than at school.
struct OtherwiseThanAtSchool {
    bool inappropriate_in_any_school = false;   // the authority's own finding, that no school or college would be appropriate
    bool evidence = false;                      // what the finding rests on
    bool parent_consulted = false;
    bool package_in_section_f = false;
    bool section_i_names_none = false;          // empty, or says that there is none
};

enum class OtherwiseGap { test, evidence, consultation, section_f, section_i };

/// What is still missing before education otherwise than at school stands; none when it is complete.
/// Rule       R38
/// Source     Children and Families Act 2014 s.61
[[nodiscard]] std::vector<OtherwiseGap> gaps_of_otherwise(const OtherwiseThanAtSchool& package);

struct AssessmentDates {
    Date requested_on;
    std::optional<Date> decided_on;         // whether to assess
    bool refused = false;                   // the decision was not to assess: no plan follows
    std::optional<Date> plan_on;            // the final plan
};

struct AssessmentClocks {
    int week = 0;                           // "EHC assessment in progress, week n": 1 in the first seven days
    bool is_in_progress = false;            // neither refused nor ended by a final plan
    Deadline decision;
    std::optional<Deadline> plan;           // none once the assessment is refused
};

/// Decide within law.ehc_decide_weeks of the request, the final plan within law.ehc_final_weeks of it.
/// Rule       R39
/// Source     Children and Families Act 2014 ss.36, 37; SEND Regulations 2014 regs 5, 13
[[nodiscard]] AssessmentClocks assessment_clocks(const AssessmentDates& dates, Date today, const Law& law);

struct ReviewedPlan {
    Date made_on;                           // the final plan
    std::optional<Date> last_review_on;
    std::optional<Date> excluded_on;        // first day of a permanent exclusion
    std::optional<Date> broke_down_on;      // the day on which a placement broke down
};

struct AnnualReview {
    Deadline deadline;
    bool is_early = false;                  // an exclusion or a breakdown since the last review: begin now, before the due day
};

/// The next annual review: within law.ehc_review_months of the plan or of the last review, whichever is later. What is early has no
/// due day of its own: it warns from that day.
/// held       today, and the day on which the review that is due was held
/// Rule       R40, R10
/// Source     Children and Families Act 2014 s.44; SEND Regulations 2014 reg 18
[[nodiscard]] AnnualReview annual_review(const ReviewedPlan& plan, const Standing& held, const Law& law);

/// Whether the annual review of a child of that year group must hold how the child is prepared for adulthood.
/// year_group  the one the child is in on the day of the review
/// law         law.ehc_adulthood_year_group
/// Rule        R40
/// Source      SEND Regulations 2014 reg 20; SEND code of practice 2015, chapter 8
[[nodiscard]] bool must_prepare_for_adulthood(int year_group, const Law& law);

struct ReviewMeeting {
    Date held_on;
    std::optional<Date> report_on;          // the school's report reached the authority
    std::optional<Date> decided_on;         // the authority told the parent: keep, amend or end the plan
    bool amends = false;                    // it decided to amend
    std::optional<Date> notice_on;          // notice of the proposed amendments
    std::optional<Date> amended_plan_on;
};

struct ReviewMeetingClocks {
    Deadline report, decision;
    std::optional<Deadline> amended_plan;   // only where the plan is amended
};

/// After the meeting: the report within law.ehc_report_weeks, the decision within law.ehc_review_decision_weeks, and the amended plan
/// within law.ehc_amended_weeks of the notice, at the latest these weeks and those of the decision after the meeting.
/// Rule       R40
/// Source     SEND Regulations 2014 regs 20, 22; R (L, M, P) v Devon County Council [2022]
[[nodiscard]] ReviewMeetingClocks review_meeting_clocks(const ReviewMeeting& meeting, Date today, const Law& law);

/// The plan for a move to the next phase is final by 15 February of the year of the move, by 31 March for a move after 16.
/// year       the calendar year of the September in which the child moves
/// done       today, and the day on which the amended plan was final
/// Rule       R40
/// Source     SEND Regulations 2014 reg 18
[[nodiscard]] Deadline phase_transfer(int year, bool to_post16, const Standing& done, const Law& law);

}  // namespace waymark::pupils
