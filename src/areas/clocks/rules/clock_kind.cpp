#include "clocks/rules/clock_kind.hpp"

#include <algorithm>

namespace waymark::clocks {
namespace {

const std::vector<ClockWords>& table_of_clocks()
{
    using enum ClockKind;
    using enum Ground;
    static const std::vector<Ground> day_six{exams_over, plan_caps_hours, not_of_compulsory_age, moved_away, parent_educates};
    static const std::vector<Ground> owed{health, not_of_compulsory_age, moved_away, parent_educates, other};
    static const std::vector<Ground> of_dates{agreed_in_writing, not_of_compulsory_age, moved_away, other};
    static const std::vector<ClockWords> all{
        {full_time_after_exclusion, "R6", "Full-time education after permanent exclusion (day six)", "Education Act 1996 section 19(3A)", {}, day_six, true, true},
        {education_from_day_one, "R10", "Education from day one: looked after or has a social worker", "DfE suspension and permanent exclusion guidance 2024", {}, day_six, true, true},
        {exclusion_notice, "R9", "The parent is told where education from day six will be", "SI 2012/1033 Schedule 2 paragraph 8", {FactKind::parent_told}, {agreed_in_writing, other}, true},
        {governors_meeting, "R11", "Governors’ meeting about the exclusion", "SI 2012/1033", {FactKind::governors_met}, of_dates, true},
        {review_panel_request, "R11", "Last day to ask for an independent review", "SI 2012/1033", {FactKind::review_requested, FactKind::review_waived}, {}, true},
        {review_panel, "R11", "Independent review panel", "SI 2012/1033", {FactKind::review_finished}, of_dates, true},
        {full_time_during_suspension, "R7", "Full-time education during suspension (day six)", "Education and Inspections Act 2006 section 100", {}, day_six, true, true},
        {suspended_days, "R7", "Days suspended in the school year", "SI 2012/1033 regulation 4", {}, {}, true},
        {section_19_decision, "R13", "Decision on education under section 19", "Education Act 1996 section 19; the number of days is the authority’s own", {}, owed, false, true},
        {section_19_start, "R13", "Start of education under section 19", "Education Act 1996 section 19; the number of days is the authority’s own", {}, owed, false, true},
        {medical_days, "R14", "School days missed for health", "DfE, Arranging education for children who cannot attend school because of health needs, 2023", {FactKind::health_education_arranged}, owed, false, true},
        {part_time_agreement, "R16", "The parent’s agreement to the part-time timetable, and its last day", "DfE, Working together to improve school attendance 2024", {FactKind::part_time_agreed, FactKind::part_time_end_agreed, FactKind::part_time_ended}, {other}},
        {part_time_officer, "R16", "The authority’s agreement to renew the part-time timetable again", "The authority’s own limit", {FactKind::part_time_officer_agreed, FactKind::part_time_ended}, {other}},
        {part_time_review, "R16", "Review of the part-time timetable", "DfE, Working together to improve school attendance 2024", {FactKind::part_time_reviewed, FactKind::part_time_ended}, {health, other}},
        {part_time_end, "R16", "End of the part-time timetable", "DfE, Working together to improve school attendance 2024", {FactKind::part_time_ended}, {health, other}},
        {direction_notice, "R18", "Notice of the off-site direction", "Education Act 2002 section 29A; SI 2010/1156 regulation 3", {}, {agreed_in_writing, other}},
        {direction_review, "R19", "Requested review of the off-site direction", "SI 2012/2532 regulations 3 to 5", {FactKind::direction_review_held}, {agreed_in_writing, other}},
        {step_out_end, "R26", "Longest end of the step-out place", "The authority’s own limit", {}, {other}},
        {half_termly_review, "R33", "Half-termly review of the placement", "Keeping children safe in education", {}, {agreed_in_writing, other}},
        {ehc_decision, "R39", "Decision whether to assess for an EHC plan", "Children and Families Act 2014 section 36", {FactKind::ehc_to_assess, FactKind::ehc_refused}, of_dates},
        {ehc_plan, "R39", "Final EHC plan", "Children and Families Act 2014 section 37", {FactKind::ehc_plan_issued, FactKind::ehc_refused}, of_dates},
        {ehc_annual_review, "R40", "Annual review of the EHC plan", "Children and Families Act 2014 section 44", {FactKind::ehc_review_met}, of_dates},
        {ehc_review_decision, "R40", "The authority’s decision after the annual review", "SEND Regulations 2014 regulation 20", {FactKind::ehc_review_decided}, of_dates},
        {ehc_amended_plan, "R40", "Final amended EHC plan", "SEND Regulations 2014 regulation 22", {FactKind::ehc_plan_issued}, of_dates},
        {pep_begun, "R41", "Personal education plan begun", "Care Planning, Placement and Case Review (England) Regulations 2010", {FactKind::pep_begun}, {other}},
        {pep_ready, "R41", "Personal education plan ready for the first care review", "Care Planning, Placement and Case Review (England) Regulations 2010", {FactKind::pep_ready}, {other}},
        {out_of_education, "R42", "On no roll and without education", "Education Act 1996 section 436A", {}, {not_of_compulsory_age, moved_away, parent_educates, other}, false, true},
        {fair_access, "R43a", "Place under the fair access protocol", "School Admissions Code 2021, paragraphs 3.14 to 3.22", {FactKind::fair_access_placed}, of_dates, false, true},
    };
    return all;
}

}  // namespace

std::span<const ClockWords> all_clocks() { return table_of_clocks(); }

const ClockWords& words_of(ClockKind kind)
{
    const auto found = std::ranges::find(table_of_clocks(), kind, &ClockWords::kind);
    expects(found != table_of_clocks().end());
    return *found;
}

bool is_counted(ClockKind kind) { return kind == ClockKind::suspended_days || kind == ClockKind::medical_days; }

std::string_view ground_words(Ground ground)
{
    switch (ground) {
    case Ground::exams_over: return "Year 11, with every public examination taken or missed";
    case Ground::plan_caps_hours: return "An EHC plan sets fewer hours, and those hours are provided";
    case Ground::health: return "Full-time would not be in the child’s best interests for reasons of health";
    case Ground::not_of_compulsory_age: return "No longer of compulsory school age";
    case Ground::moved_away: return "The child now lives in another authority";
    case Ground::parent_educates: return "The parent has chosen to educate the child at home";
    case Ground::agreed_in_writing: return "A later day was agreed in writing with the parent";
    case Ground::other: return "Another lawful reason";
    }
    expects(false);
    return {};
}

}  // namespace waymark::clocks
