// R11 and R12: the review of a permanent exclusion, and the money that follows the pupil.
#include "law/rules/exclusion_review_rules.hpp"

#include "foundation/enum_text.hpp"
#include "pupils/rules/exclusion_money.hpp"
#include "pupils/rules/exclusion_review.hpp"

namespace waymark::law {
namespace {

using enum FieldKind;

constexpr int exclusion_pence_most = 1'000'000'000;

void add_review_day(Value::Record& answer, std::string_view name, std::optional<Date> found)
{
    if (found) answer.emplace_back(name, *found);
}

Answer answer_review_timeline(Case& given)
{
    const auto school = given.calendar();
    const pupils::ReviewFacts facts{.notice_on = given.day("notice_on"),
                                    .decided_on = given.day_if_any("decided_on"),
                                    .waived_on = given.day_if_any("waived_on"),
                                    .requested_on = given.day_if_any("requested_on"),
                                    .panel_met_on = given.day_if_any("panel_met_on"),
                                    .panel_finished_on = given.day_if_any("panel_finished_on"),
                                    .reinstated_on = given.day_if_any("reinstated_on")};
    const Date today = given.day("today");
    const Law law = given.law(facts.notice_on);
    TRY(given.result());
    const auto timeline = TRY(pupils::review_timeline(facts, school, law, today));
    Value::Record answer{{"stage", enum_text(timeline.stage)}, {"is_late", timeline.is_late}, {"governors_meet_by", timeline.governors_meet_by}};
    add_review_day(answer, "request_by", timeline.request_by);
    add_review_day(answer, "panel_meets_by", timeline.panel_meets_by);
    add_review_day(answer, "earliest_roll_removal", timeline.earliest_roll_removal);
    add_review_day(answer, "revisit_placement_on", timeline.revisit_placement_on);
    answer.emplace_back("working", timeline.working);
    return answer;
}

Answer answer_money_moves_from(Case& given)
{
    const auto school = given.calendar();
    const Date first_day = given.day("first_day");
    const Law law = given.law(first_day);
    TRY(given.result());
    return Value::Record{{"relevant_date", TRY(pupils::money_moves_from(first_day, school, law))}};
}

Answer answer_funding_that_follows(Case& given)
{
    const pupils::FundingOfPupil pupil{.relevant_date = given.day("relevant_date"),
                                       .a_year = {given.pence("a_year_pence")},
                                       .pupil_premium_a_year = {given.whole_if_any("pupil_premium_pence", 0, exclusion_pence_most).value_or(0)},
                                       .adjustment = {given.whole_if_any("adjustment_pence", -exclusion_pence_most, exclusion_pence_most).value_or(0)},
                                       .would_leave_on = given.day_if_any("would_leave_on")};
    const Law law = given.law(pupil.relevant_date);
    TRY(given.result());
    const auto funding = pupils::funding_that_follows(pupil, law);
    return Value::Record{{"weeks", funding.weeks}, {"last_day", funding.last_day}, {"budget_pence", funding.budget.pence},
                         {"pupil_premium_pence", funding.pupil_premium.pence}, {"working", funding.working}};
}

}  // namespace

std::vector<RuleFunction> exclusion_review_rules()
{
    const Field calendar = calendar_field("terms and closures of the excluding school"), settings = settings_field();
    return {
        {"review_timeline", "R11", "Which days follow a permanent exclusion, and when may the name leave the school’s roll?",
         {calendar,
          {"notice_on", day, "the day the governors were told; not itself counted"},
          {"today", day, "the day on which it is asked"},
          {"decided_on", day, "the day the parent was given the governors’ decision not to reinstate; not yet when left out", may_be_left_out},
          {"waived_on", day, "the day the parent said in writing that no review will be asked for", may_be_left_out},
          {"requested_on", day, "the day the parent asked for a review", may_be_left_out},
          {"panel_met_on", day, "the panel’s first day", may_be_left_out},
          {"panel_finished_on", day, "the last word without reinstatement, the governors’ second look included", may_be_left_out},
          {"reinstated_on", day, "the day the governors reinstated the pupil, at first or after the panel", may_be_left_out},
          settings},
         {{"stage", choice, "where the matter stands today", false, choices_of<pupils::ReviewStage>()},
          {"is_late", flag, "the governors or the panel have not met and their last day is over"},
          {"governors_meet_by", day, "15 school days after the notice"},
          {"request_by", day, "15 school days after the decision; none before it", may_be_left_out},
          {"panel_meets_by", day, "15 school days after a request that came in time; none without one", may_be_left_out},
          {"earliest_roll_removal", day, "the earliest of: the day after request_by without a request in time, the waiver (not before the decision), "
                                         "the panel’s finish; none while open or once reinstated", may_be_left_out},
          {"revisit_placement_on", day, "the day of reinstatement: what a placement is for must be looked at", may_be_left_out},
          working_field()},
         answer_review_timeline},
        {"money_moves_from", "R12", "From which day does the money follow an excluded pupil?",
         {calendar, {"first_day", day, "first day of the permanent exclusion; not itself counted"}, settings},
         {{"relevant_date", day, "the sixth school day after it"}}, answer_money_moves_from},
        {"funding_that_follows", "R12", "How much money follows an excluded pupil: A x (B / 52) + C?",
         {{"relevant_date", day, "counts as the first day of the first week"},
          {"a_year_pence", whole, "A: pupil-led funding of a whole financial year in pence, pupil premium left out"},
          {"pupil_premium_pence", whole, "of a whole year, in pence; 0 when left out", may_be_left_out},
          {"adjustment_pence", whole, "C: by an adjustment order, in pence; 0 when left out", may_be_left_out},
          {"would_leave_on", day, "last day of the school year’s final term, when the pupil would have left the school after it", may_be_left_out},
          settings},
         {{"weeks", whole, "B: complete weeks to last_day, both ends included"},
          {"last_day", day, "31 March, or would_leave_on if that comes first"},
          {"budget_pence", whole, "rounded once, half a penny up"},
          {"pupil_premium_pence", whole, "a sum of its own: x (B / 52), rounded likewise"}, working_field()},
         answer_funding_that_follows},
    };
}

}  // namespace waymark::law
