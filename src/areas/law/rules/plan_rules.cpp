// R37 to R41: EHC plans, EOTAS, looked-after children.
#include <fmt/format.h>

#include "foundation/enum_text.hpp"
#include "foundation/text.hpp"
#include "law/rules/groups.hpp"
#include "law/rules/shared_fields.hpp"
#include "pupils/rules/looked_after.hpp"
#include "pupils/rules/plans.hpp"

namespace waymark::law {
namespace {

using enum FieldKind;

constexpr DeadlineNames decision_clock_names{"decision_due", "decision_days_left", "decision_severity", "decision_is_met"};
constexpr DeadlineNames final_plan_names{"plan_due", "plan_days_left", "plan_severity", "plan_is_met"};
constexpr DeadlineNames report_names{"report_due", "report_days_left", "report_severity", "report_is_met"};
constexpr DeadlineNames begun_names{"begun_due", "begun_days_left", "begun_severity", "begun_is_met"};
constexpr DeadlineNames ready_names{"ready_due", "ready_days_left", "ready_severity", "ready_is_met"};
constexpr DeadlineNames review_names{"review_due", "review_days_left", "review_severity", "review_is_met"};

Answer answer_obstacles_of_plan(Case& given)
{
    const pupils::PlacementUnderPlan placement{given.flag("has_plan"), given.flag("special_needs_team_agreed"), given.flag("changes_named_setting"),
                                               given.flag("plan_amended"), given.flag("serves_section_f")};
    TRY(given.result());
    const auto found = pupils::obstacles_of_plan(placement);
    return Value::Record{{"may_go_ahead", found.empty()}, {"obstacles", texts_of(found)}};
}

Answer answer_gaps_of_otherwise(Case& given)
{
    const pupils::OtherwiseThanAtSchool package{given.flag("inappropriate_in_any_school"), given.flag("evidence"), given.flag("parent_consulted"),
                                                given.flag("package_in_section_f"), given.flag("section_i_names_none")};
    TRY(given.result());
    const auto found = pupils::gaps_of_otherwise(package);
    return Value::Record{{"is_complete", found.empty()}, {"missing", texts_of(found)}};
}

Answer answer_assessment_clocks(Case& given)
{
    const pupils::AssessmentDates dates{given.day("requested_on"), given.day_if_any("decided_on"), given.flag("refused"), given.day_if_any("plan_on")};
    const Date today = given.day("today");
    const Law law = given.law(dates.requested_on);
    TRY(given.result());
    const auto clocks = pupils::assessment_clocks(dates, today, law);
    Value::Record answer{{"week", clocks.week}, {"is_in_progress", clocks.is_in_progress}};
    add_deadline(answer, clocks.decision, decision_clock_names);
    if (clocks.plan) add_deadline(answer, *clocks.plan, final_plan_names);
    answer.emplace_back("working", fmt::format("Asked for on {}. Decision: {} after it. Final plan: {} after it.", long_date(dates.requested_on),
                                               counted(law.ehc_decide_weeks, "week"), counted(law.ehc_final_weeks, "week")));
    return answer;
}

Answer answer_annual_review(Case& given)
{
    const pupils::ReviewedPlan plan{given.day("plan_made_on"), given.day_if_any("last_review_on"), given.day_if_any("excluded_on"), given.day_if_any("broke_down_on")};
    const Standing held{given.day("today"), given.day_if_any("held_on")};
    const Law law = given.law(held.today);
    TRY(given.result());
    const auto review = pupils::annual_review(plan, held, law);
    Value::Record answer{{"is_early", review.is_early}};
    add_deadline(answer, review.deadline);
    answer.emplace_back("working", fmt::format("{} after the {}. {}", counted(law.ehc_review_months, "month"),
                                               plan.last_review_on > plan.made_on ? "last review" : "plan", due_sentence(review.deadline)));
    return answer;
}

Answer answer_must_prepare_for_adulthood(Case& given)
{
    const Date on = given.day("meeting_on");
    const auto taught_in = given.whole_if_any("year_group", -5, 20);
    const auto born = given.day_if_any("born");
    if (!taught_in && !born) given.wrong("born", "a date of birth where “year_group” is left out");
    const Law law = given.law(on);
    TRY(given.result());
    const int group = taught_in ? *taught_in : year_group(*born, on);
    return Value::Record{{"must_prepare_for_adulthood", pupils::must_prepare_for_adulthood(group, law)}, {"year_group", group},
                         {"working", fmt::format("{}; from year {} on a review prepares for adulthood.", year_group_name(group), law.ehc_adulthood_year_group)}};
}

Answer answer_review_meeting_clocks(Case& given)
{
    const pupils::ReviewMeeting meeting{given.day("meeting_on"), given.day_if_any("report_on"), given.day_if_any("decided_on"),
                                        given.flag("amends"), given.day_if_any("notice_on"), given.day_if_any("amended_plan_on")};
    const Date today = given.day("today");
    const Law law = given.law(meeting.held_on);
    TRY(given.result());
    const auto clocks = pupils::review_meeting_clocks(meeting, today, law);
    Value::Record answer;
    add_deadline(answer, clocks.report, report_names);
    add_deadline(answer, clocks.decision, decision_clock_names);
    if (clocks.amended_plan) add_deadline(answer, *clocks.amended_plan, final_plan_names);
    answer.emplace_back("working", fmt::format("Meeting on {}. Report: {} after it. Decision: {} after it. Amended plan: {} after the notice.", long_date(meeting.held_on),
                                               counted(law.ehc_report_weeks, "week"), counted(law.ehc_review_decision_weeks, "week"), counted(law.ehc_amended_weeks, "week")));
    return answer;
}

Answer answer_phase_transfer(Case& given)
{
    const int year = given.whole("year", 1990, 2100);
    const bool to_post16 = given.flag("to_post16");
    const Standing done{given.day("today"), given.day_if_any("plan_on")};
    const Law law = given.law(done.today);
    TRY(given.result());
    Value::Record answer;
    const auto deadline = pupils::phase_transfer(year, to_post16, done, law);
    add_deadline(answer, deadline);
    answer.emplace_back("working", due_sentence(deadline));
    return answer;
}

Answer answer_personal_education_clocks(Case& given)
{
    const pupils::PersonalEducationPlan plan{given.day("looked_after_from"), given.day_if_any("begun_on"), given.day_if_any("ready_on"), {}};
    const Date today = given.day("today");
    const Law law = given.law(plan.looked_after_from);
    TRY(given.result());
    const auto clocks = pupils::personal_education_clocks(plan, today, law);
    Value::Record answer;
    add_deadline(answer, clocks.begun, begun_names);
    add_deadline(answer, clocks.ready, ready_names);
    answer.emplace_back("working", fmt::format("Looked after from {}. Begun: {} after it. Ready: {} after it.", long_date(plan.looked_after_from),
                                               counted(law.pep_begun_working_days, "working day"), counted(law.pep_ready_working_days, "working day")));
    return answer;
}

Answer answer_personal_education_review(Case& given)
{
    const pupils::PersonalEducationPlan plan{given.day("looked_after_from"), {}, given.day_if_any("ready_on"), given.day_if_any("last_reviewed_on")};
    const Standing held{given.day("today"), given.day_if_any("held_on")};
    const auto school = given.calendar();
    const Law law = given.law(plan.looked_after_from);
    TRY(given.result());
    Value::Record answer;
    const auto deadline = TRY(pupils::personal_education_review(plan, held, school, law));
    add_deadline(answer, deadline, review_names);
    answer.emplace_back("working", fmt::format("By the end of a term in the calendar of {}. {}", given.calendar_name(), due_sentence(deadline)));
    return answer;
}

Answer answer_gaps_of_looked_after(Case& given)
{
    const pupils::LookedAfterPlacement placement{
        given.flag("is_looked_after"), given.flag("has_personal_education_plan"), given.flag("virtual_head_consulted"), given.flag("caring_authority_known"),
        given.flag("changes_school"), given.whole_if_any("year_group", -5, 20), given.flag("senior_officer_agreed")};
    TRY(given.result());
    const auto found = pupils::gaps_of_looked_after(placement);
    return Value::Record{{"warns", !found.empty()}, {"missing", texts_of(found)}};
}

Field done_on_field(std::string_view name, std::string_view words) { return {name, day, words, may_be_left_out}; }

std::vector<RuleFunction> ehc_plan_rules()
{
    return {
        {"obstacles_of_plan", "R37", "Does an EHC plan stand in the way of a placement?",
         {{"has_plan", flag, "the child has an EHC plan", may_be_left_out}, {"special_needs_team_agreed", flag, "the SEN team was involved and agreed", may_be_left_out},
          {"changes_named_setting", flag, "the child would no longer attend what Section I names", may_be_left_out},
          {"plan_amended", flag, "the plan was amended for it", may_be_left_out},
          {"serves_section_f", flag, "the placement delivers Section F or leaves it untouched", may_be_left_out}},
         {{"may_go_ahead", flag, "nothing stands in the way"}, {"obstacles", texts, "in this order: special_needs_team, amendment, section_f; none without a plan"}},
         answer_obstacles_of_plan},
        {"gaps_of_otherwise", "R38", "Is a package of education otherwise than at school (EOTAS, section 61) complete?",
         {{"inappropriate_in_any_school", flag, "the authority found that any school or post-16 institution would be inappropriate", may_be_left_out},
          {"evidence", flag, "the evidence for it is recorded", may_be_left_out}, {"parent_consulted", flag, "the parent was consulted", may_be_left_out},
          {"package_in_section_f", flag, "Section F holds the package", may_be_left_out}, {"section_i_names_none", flag, "Section I is empty or says none", may_be_left_out}},
         {{"is_complete", flag, "nothing is missing"}, {"missing", texts, "in this order: test, evidence, consultation, section_f, section_i"}}, answer_gaps_of_otherwise},
        {"assessment_clocks", "R39", "By when must an EHC assessment be decided on, and by when must the plan be final?",
         {{"requested_on", day, "day of the request, not itself counted"}, clock_today_field(), done_on_field("decided_on", "day of the decision whether to assess; left out when not yet"),
          {"refused", flag, "the decision was not to assess: from that day no plan is due", may_be_left_out},
          done_on_field("plan_on", "day of the final plan; left out when not yet")},
         fields_of({{{"week", whole, "week of the assessment today: 1 in the first seven days, the request’s own day included; 0 before it"},
                     {"is_in_progress", flag, "asked for, and neither refused nor ended by a final plan"}},
                    deadline_fields(DayKind::calendar, decision_clock_names), deadline_fields(DayKind::calendar, final_plan_names, true), {working_field()}}),
         answer_assessment_clocks},
        {"annual_review", "R40", "By when must an EHC plan be reviewed next, and is an early review called for?",
         {{"plan_made_on", day, "day of the final plan"}, done_on_field("last_review_on", "the last review before the one that is due"),
          done_on_field("excluded_on", "first day of a permanent exclusion"), done_on_field("broke_down_on", "day on which a placement broke down"), clock_today_field(),
          done_on_field("held_on", "day of the review that is due; left out when not yet")},
         fields_of({{{"is_early", flag, "an exclusion or breakdown after the last review (or the plan), up to today, and the review not yet held: it then warns from that day"}},
                    deadline_fields(DayKind::calendar), {working_field()}}),
         answer_annual_review},
        {"must_prepare_for_adulthood", "R40", "Must an annual review hold how the child is prepared for adulthood?",
         {{"meeting_on", day, "day of the review"}, {"year_group", whole, "the one the child is taught in, -5 to 20; left out: by the date of birth", may_be_left_out},
          {"born", day, "date of birth; needed where year_group is left out", may_be_left_out}},
         {{"must_prepare_for_adulthood", flag, "in year 9 or above"}, {"year_group", whole, "on that day; above 13 after school, 0 is Reception"}, working_field()},
         answer_must_prepare_for_adulthood},
        {"review_meeting_clocks", "R40", "What is due after the meeting of an annual review?",
         {{"meeting_on", day, "day of the meeting, not itself counted"}, clock_today_field(), done_on_field("report_on", "day the school’s report arrived; left out when not yet"),
          done_on_field("decided_on", "day of the authority’s decision; left out when not yet"), {"amends", flag, "the plan is to be amended", may_be_left_out},
          done_on_field("notice_on", "day of the notice of amendment; left out when not yet"), done_on_field("amended_plan_on", "day of the amended final plan; left out when not yet")},
         fields_of({deadline_fields(DayKind::calendar, report_names), deadline_fields(DayKind::calendar, decision_clock_names),
                    deadline_fields(DayKind::calendar, final_plan_names, true), {working_field()}}),
         answer_review_meeting_clocks},
        {"phase_transfer", "R40", "By when must the plan be final for a child who moves to the next phase?",
         {{"year", whole, "calendar year of the September of the move"}, {"to_post16", flag, "the move is to post-16 education", may_be_left_out}, clock_today_field(),
          done_on_field("plan_on", "day the plan was final; left out when not yet")},
         fields_of({deadline_fields(DayKind::calendar), {working_field()}}), answer_phase_transfer},
    };
}

std::vector<RuleFunction> looked_after_rules()
{
    return {
        {"personal_education_clocks", "R41", "By when must a looked-after child’s personal education plan (PEP) be begun and ready?",
         {{"looked_after_from", day, "day the child became looked after, not itself counted"}, clock_today_field(), done_on_field("begun_on", "day it was begun; left out when not yet"),
          done_on_field("ready_on", "day it was ready; left out when not yet")},
         fields_of({deadline_fields(DayKind::working, begun_names), deadline_fields(DayKind::working, ready_names), {working_field()}}), answer_personal_education_clocks},
        {"personal_education_review", "R41", "By when must a personal education plan (PEP) be reviewed next?",
         {{"looked_after_from", day, "day the child became looked after"}, done_on_field("ready_on", "day the plan was ready; the day it was due, 20 working days on, when left out"),
          done_on_field("last_reviewed_on", "the last review before the one that is due; counted instead of ready_on"), clock_today_field(),
          done_on_field("held_on", "day of the review that is due; left out when not yet"),
          calendar_field("six half-terms a school year (two make a term) or three whole terms, by the school year in which each begins; due on the last day of the first term that begins after the last review")},
         fields_of({deadline_fields(DayKind::calendar, review_names), {working_field()}}), answer_personal_education_review},
        {"gaps_of_looked_after", "R41", "What warns before a looked-after child is placed?",
         {{"is_looked_after", flag, "looked after now; a child who was looked after before is not", may_be_left_out},
          {"has_personal_education_plan", flag, "a plan is on file", may_be_left_out}, {"virtual_head_consulted", flag, "the virtual school head was consulted", may_be_left_out},
          {"caring_authority_known", flag, "the authority that looks after the child is recorded", may_be_left_out}, {"changes_school", flag, "the child would change school", may_be_left_out},
          {"year_group", whole, "-5 to 20; key stage 4 is years 10 and 11", may_be_left_out}, {"senior_officer_agreed", flag, "a senior officer agreed to a change of school in key stage 4", may_be_left_out}},
         {{"warns", flag, "something is missing"}, {"missing", texts, "in this order: personal_education_plan, virtual_head, caring_authority, senior_officer"}},
         answer_gaps_of_looked_after},
    };
}

}  // namespace

std::vector<RuleFunction> plan_rules()
{
    auto rules = ehc_plan_rules();
    for (auto& rule : looked_after_rules()) rules.push_back(std::move(rule));
    return rules;
}

}  // namespace waymark::law
