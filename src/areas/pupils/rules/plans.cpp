// Counting weeks and months of EHC plans.
#include "pupils/rules/plans.hpp"

#include <algorithm>

#include "vocabulary/month_steps.hpp"

namespace waymark::pupils {
namespace {

constexpr int days_a_week = 7;

Date weeks_after(Date day, int weeks) { return day + Days{days_a_week * weeks}; }

/// A day of the year as the law's numbers hold it: 215 is 15 February.
Date day_in_year(int year, int month_and_day)
{
    return date(year, static_cast<unsigned>(month_and_day / 100), static_cast<unsigned>(month_and_day % 100));
}

}  // namespace

std::vector<PlanObstacle> obstacles_of_plan(const PlacementUnderPlan& placement)
{
    std::vector<PlanObstacle> found;
    if (!placement.has_plan) return found;
    if (!placement.special_needs_team_agreed) found.push_back(PlanObstacle::special_needs_team);
    if (placement.changes_named_setting && !placement.plan_amended) found.push_back(PlanObstacle::amendment);
    if (!placement.serves_section_f) found.push_back(PlanObstacle::section_f);
    return found;
}

std::vector<OtherwiseGap> gaps_of_otherwise(const OtherwiseThanAtSchool& package)
{
    std::vector<OtherwiseGap> found;
    if (!package.inappropriate_in_any_school) found.push_back(OtherwiseGap::test);
    if (!package.evidence) found.push_back(OtherwiseGap::evidence);
    if (!package.parent_consulted) found.push_back(OtherwiseGap::consultation);
    if (!package.package_in_section_f) found.push_back(OtherwiseGap::section_f);
    if (!package.section_i_names_none) found.push_back(OtherwiseGap::section_i);
    return found;
}

AssessmentClocks assessment_clocks(const AssessmentDates& dates, Date today, const Law& law)
{
    AssessmentClocks clocks;
    if (today >= dates.requested_on) clocks.week = days_between(dates.requested_on, today) / days_a_week + 1;
    const Standing decided{today, dates.decided_on}, final{today, dates.plan_on};
    clocks.decision = deadline_in_calendar_days(weeks_after(dates.requested_on, law.ehc_decide_weeks), decided);
    const bool is_refused = dates.refused && decided.is_done();
    if (!is_refused) clocks.plan = deadline_in_calendar_days(weeks_after(dates.requested_on, law.ehc_final_weeks), final);
    clocks.is_in_progress = clocks.week > 0 && !is_refused && !final.is_done();
    return clocks;
}

AnnualReview annual_review(const ReviewedPlan& plan, const Standing& held, const Law& law)
{
    const Date last = std::max(plan.made_on, plan.last_review_on.value_or(plan.made_on));
    AnnualReview review{.deadline = deadline_in_calendar_days(same_day_months_later(last, law.ehc_review_months), held)};
    const auto since_last = [&](const std::optional<Date>& day) { return day && *day > last && *day <= held.today; };
    review.is_early = !review.deadline.is_met && (since_last(plan.excluded_on) || since_last(plan.broke_down_on));
    if (review.is_early) review.deadline.severity = std::max(review.deadline.severity, Severity::warn);
    return review;
}

bool must_prepare_for_adulthood(int year_group, const Law& law) { return year_group >= law.ehc_adulthood_year_group; }

ReviewMeetingClocks review_meeting_clocks(const ReviewMeeting& meeting, Date today, const Law& law)
{
    ReviewMeetingClocks clocks{
        .report = deadline_in_calendar_days(weeks_after(meeting.held_on, law.ehc_report_weeks), {today, meeting.report_on}),
        .decision = deadline_in_calendar_days(weeks_after(meeting.held_on, law.ehc_review_decision_weeks), {today, meeting.decided_on})};
    if (!meeting.amends) return clocks;
    Date due = weeks_after(meeting.held_on, law.ehc_review_decision_weeks + law.ehc_amended_weeks);
    if (meeting.notice_on) due = std::min(due, weeks_after(*meeting.notice_on, law.ehc_amended_weeks));
    clocks.amended_plan = deadline_in_calendar_days(due, {today, meeting.amended_plan_on});
    return clocks;
}

Deadline phase_transfer(int year, bool to_post16, const Standing& done, const Law& law)
{
    return deadline_in_calendar_days(day_in_year(year, to_post16 ? law.ehc_transfer_day_post16 : law.ehc_transfer_day), done);
}

}  // namespace waymark::pupils
