// R35 to R36: allegations, suspended providers, the checklist, and the status that follows.
#include "law/rules/assurance_rules.hpp"

#include <fmt/format.h>

#include "foundation/enum_text.hpp"
#include "foundation/text.hpp"
#include "law/rules/shared_fields.hpp"
#include "quality/rules/checklist.hpp"
#include "quality/rules/concern_clocks.hpp"

namespace waymark::law {
namespace {

using enum FieldKind;

const std::vector<std::string_view> assurance_statuses{"not_assured", "assured", "assured_with_conditions", "suspended", "lapsed"};

Answer answer_lado_told(Case& given)
{
    const Date raised_on = given.day("raised_on");
    const Standing standing{given.day("today"), given.day_if_any("told_on")};
    const Law law = given.law(raised_on);
    TRY(given.result());
    Value::Record answer;
    const auto deadline = quality::lado_told(raised_on, standing, law);
    add_deadline(answer, deadline);
    answer.emplace_back("working", fmt::format("{} after {}. {}", counted(law.lado_working_days, "working day"), long_date(raised_on), due_sentence(deadline)));
    return answer;
}

Answer answer_suspended_child_reviewed(Case& given)
{
    const Date suspended_on = given.day("suspended_on");
    const Standing standing{given.day("today"), given.day_if_any("reviewed_on")};
    const auto school = given.calendar();
    const Law law = given.law(suspended_on);
    TRY(given.result());
    Value::Record answer;
    const auto deadline = TRY(quality::suspended_child_reviewed(suspended_on, standing, school, law));
    add_deadline(answer, deadline);
    answer.emplace_back("working", fmt::format("{} after {} by the calendar of {}. {}", counted(law.suspended_review_school_days, "school day"),
                                               long_date(suspended_on), given.calendar_name(), due_sentence(deadline)));
    return answer;
}

Answer answer_checklist_result(Case& given)
{
    std::vector<quality::CriterionScore> scores;
    for (auto& one : given.cases("scores")) {
        scores.push_back({.area = one.whole("area", 1, 99), .is_critical = one.flag("is_critical"), .points = one.whole_if_any("points", 0, quality::points_of_met)});
        given.append(one);
    }
    quality::AssuranceTerms terms;
    terms.conditions_below_percent = given.whole_if_any("conditions_below_percent", 0, 100).value_or(terms.conditions_below_percent);
    TRY(given.result());
    const auto found = quality::checklist_result(scores, terms);
    Value::List areas;
    for (const auto& area : found.areas) {
        Value::Record record{{"area", area.area}, {"points", area.points}, {"applicable", area.applicable}};
        if (area.percent) record.emplace_back("percent", *area.percent);
        areas.emplace_back(std::move(record));
    }
    Value::Record answer{{"areas", std::move(areas)}, {"critical_not_met", found.critical_not_met}};
    if (found.lowest_area_percent) answer.emplace_back("lowest_area_percent", *found.lowest_area_percent);
    answer.emplace_back("status", enum_text(found.status));
    return answer;
}

quality::ProviderEvidence given_evidence(Case& given)
{
    quality::ProviderEvidence evidence;
    for (auto& one : given.cases("visits")) {
        const auto kind = one.one_of<quality::VisitKind>("kind");
        evidence.visits.push_back({one.day("held_on"), kind, one.whole("critical_not_met", 0, 1000), one.whole("lowest_area_percent", 0, 100)});
        given.append(one);
    }
    for (auto& one : given.cases("suspensions")) {
        evidence.suspensions.push_back({given_period(one), one.text_if_any("reason")});
        given.append(one);
    }
    for (auto& one : given.cases("documents")) {
        const auto kind = one.one_of<quality::DocumentKind>("kind");
        evidence.documents.push_back({kind, one.day("issued_on"), one.day_if_any("expires_on"), one.day_if_any("verified_on")});
        given.append(one);
    }
    return evidence;
}

Answer answer_assurance_on(Case& given)
{
    const Date on = given.day("day");
    const auto evidence = given_evidence(given);
    const Law law = given.law(on);
    quality::AssuranceTerms terms{.visit_counts_months = law.assurance_months};
    terms.conditions_below_percent = given.whole_if_any("conditions_below_percent", 0, 100).value_or(terms.conditions_below_percent);
    TRY(given.result());
    const auto found = quality::assurance_on(on, evidence, terms);
    Value::Record answer{{"status", enum_text(found.status)}, {"may_take_new_placements", quality::may_take_new_placements(found.status)}};
    if (found.good_until) answer.emplace_back("good_until", *found.good_until);
    answer.emplace_back("working", join(found.reasons, " "));
    return answer;
}

}  // namespace

std::vector<RuleFunction> assurance_rules()
{
    const Field conditions{"conditions_below_percent", whole, "an area below it means conditions; 60 when left out", may_be_left_out};
    return {
        {"lado_told", "R35", "By when must the designated officer (LADO) be told of an allegation against an adult?",
         {{"raised_on", day, "day of the allegation, not itself counted"}, clock_today_field(), {"told_on", day, "day the officer was told; left out when not yet", may_be_left_out}},
         fields_of({deadline_fields(DayKind::working), {working_field()}}), answer_lado_told},
        {"suspended_child_reviewed", "R35", "By when must each child at a suspended provider be reviewed?",
         {{"suspended_on", day, "day the provider was suspended, not itself counted"}, clock_today_field(),
          {"reviewed_on", day, "day the child’s review was held; left out when not yet", may_be_left_out}, calendar_field("terms and closures of the child’s school"), settings_field()},
         fields_of({deadline_fields(DayKind::school), {working_field()}}), answer_suspended_child_reviewed},
        {"checklist_result", "R36", "What do the scores of a visit’s checklist come to?",
         {{"scores", cases, "each criterion once", may_be_left_out, {},
           {{"area", whole, "number of its area, 1 to 99"}, {"is_critical", flag, "0 points mean not assured", may_be_left_out},
            {"points", whole, "0 not met, 1 partly, 2 met; left out when it does not apply", may_be_left_out}}},
          conditions},
         {{"areas", cases, "each area that was given, by number", false, {},
           {{"area", whole, "its number"}, {"points", whole, "points scored"}, {"applicable", whole, "criteria that apply"},
            {"percent", whole, "points / (2 x applicable), rounded down; missing where none applies", may_be_left_out}}},
          {"critical_not_met", whole, "critical criteria with 0 points"},
          {"lowest_area_percent", whole, "of the areas with a percentage; missing when there is none", may_be_left_out},
          {"status", choice, "not_assured when a critical criterion has 0 points or nothing applies; assured_with_conditions when an area is below; else assured", false, assurance_statuses}},
         answer_checklist_result},
        {"assurance_on", "R36", "Is a provider quality assured on a day, and until when?",
         {{"day", day, "the day asked about"},
          {"visits", cases, "visits and desk reviews", may_be_left_out, {},
           {{"held_on", day, "the day"}, {"kind", choice, "a desk review changes the scores and starts no new year", false, {"initial", "annual", "follow_up", "desk"}},
            {"critical_not_met", whole, "critical criteria with 0 points"}, {"lowest_area_percent", whole, "0 to 100"}}},
          {"suspensions", cases, "days on which it was suspended", may_be_left_out, {}, fields_of({period_fields(), {{"reason", text, "why", may_be_left_out}}})},
          {"documents", cases, "a document counts from the day it was verified to the day it expires", may_be_left_out, {},
           {{"kind", choice, "all but health_and_safety_policy and other are critical: when one has expired and none of that kind counts, assurance has lapsed", false,
             {"insurance", "dbs_attestation", "safeguarding_policy", "fire_risk_assessment", "food_or_vehicle", "health_and_safety_policy", "other"}},
            {"issued_on", day, "day it was issued"}, {"expires_on", day, "last day it is good; left out when it does not expire", may_be_left_out},
            {"verified_on", day, "day the authority verified it; left out when not yet", may_be_left_out}}},
          conditions, settings_field()},
         {{"status", choice, "suspended, else not_assured (critical criterion not met, or never visited in person), else lapsed, else by the last scores", false, assurance_statuses},
          {"may_take_new_placements", flag, "whether new placements may be made"},
          {"good_until", day, "last day before a visit or critical document lapses; only while assured, with or without conditions", may_be_left_out}, working_field()},
         answer_assurance_on},
    };
}

}  // namespace waymark::law
