#include "law/rules/decision_rules.hpp"

#include <fmt/format.h>

#include "foundation/text.hpp"
#include "panel/rules/decision_record.hpp"

namespace waymark::law {
namespace {

using enum FieldKind;

constexpr int half_days_of_a_week = 10, weeks_most = 520;

panel::ProposedDecision decision_given(Case& given)
{
    panel::ProposedDecision decision;
    decision.outcome = given.one_of("outcome", panel::Outcome::place_in_provision);
    decision.reasons = given.text_if_any("reasons");
    decision.options_considered = given.text_if_any("options_considered");
    decision.sessions_per_week = given.whole_if_any("half_days_a_week", 1, half_days_of_a_week);
    decision.weeks = given.whole_if_any("weeks", 1, weeks_most);
    if (!given.text_if_any("roll").empty()) decision.roll = given.one_of<panel::Roll>("roll");
    decision.roll_reason = given.text_if_any("roll_reason");
    decision.split = given.flag("is_split");
    decision.split_reason = given.text_if_any("split_reason");
    decision.unregistered = given.flag("is_unregistered");
    decision.unregistered_reason = given.text_if_any("unregistered_reason");
    decision.out_of_area = given.flag("is_out_of_area");
    decision.out_of_area_reason = given.text_if_any("out_of_area_reason");
    decision.long_reason = given.text_if_any("long_reason");
    decision.outcome_measure = given.text_if_any("outcome_measure");
    decision.exit_plan = given.text_if_any("exit_plan");
    return decision;
}

Answer answer_missing_from_record(Case& given)
{
    const auto decision = decision_given(given);
    const panel::Views views{given.text_if_any("child_view"), given.text_if_any("parent_view")};
    panel::CaseFacts facts;
    facts.roll_now = given.one_of("roll_now", panel::RollNow::one_school);
    panel::CategoryRules category;
    category.weeks_max = given.whole_if_any("category_weeks_max", 1, weeks_most);
    category.dual_registration_required = given.flag("category_expects_dual_registration");
    facts.category = category;
    const Law law = given.law(given.day("day"));
    TRY(given.result());
    const auto missing = panel::missing_from_record(decision, views, facts, law);
    const int weeks = panel::weeks_without_reason(facts, law);
    return Value::Record{{"is_complete", missing.empty()}, {"missing", texts_of(missing)}, {"weeks_without_reason", weeks},
                         {"working", fmt::format("A place of more than {} needs a reason in words. {} of the record missing.", counted(weeks, "week"),
                                                 counted(static_cast<int>(missing.size()), "part"))}};
}

Field words_field(std::string_view name, std::string_view words) { return {name, text, words, may_be_left_out}; }

}  // namespace

std::vector<RuleFunction> decision_rules()
{
    return {
        {"missing_from_record", "R23", "What must the record of a panel’s decision still say in words?",
         {{"day", day, "day of the decision"},
          {"outcome", choice, "left out: place_in_provision. The others need reasons and both views alone", may_be_left_out, choices_of<panel::Outcome>()},
          words_field("reasons", "why it was decided; here and below, left out or only spaces: nothing is said"), words_field("child_view", "what the child said"),
          words_field("parent_view", "what the parent said"), words_field("options_considered", "the other options considered"),
          {"half_days_a_week", whole, "1 to 10; left out: the record does not say", may_be_left_out},
          {"weeks", whole, "length of the place, 1 to 520; left out: the record does not say", may_be_left_out},
          {"roll", choice, "the roll decided on; left out: the record does not say", may_be_left_out, choices_of<panel::Roll>()},
          {"roll_now", choice, "how the child is registered now; left out: one_school", may_be_left_out, choices_of<panel::RollNow>()},
          words_field("outcome_measure", "what will show that the place works"), words_field("exit_plan", "what comes after it"),
          {"is_unregistered", flag, "an unregistered provider", may_be_left_out}, words_field("unregistered_reason", "why there"),
          {"is_out_of_area", flag, "a place out of the area", may_be_left_out}, words_field("out_of_area_reason", "why there"),
          {"is_split", flag, "the week is split between settings", may_be_left_out}, words_field("split_reason", "why it is split"),
          words_field("long_reason", "why for more weeks than need no reason"), words_field("roll_reason", "why the roll changes, or is not what the category expects"),
          {"category_weeks_max", whole, "weeks to which the kind of provision is limited, 1 to 520; left out: not limited", may_be_left_out},
          {"category_expects_dual_registration", flag, "children in this kind of provision are usually dual registered: another roll needs a reason", may_be_left_out},
          settings_field()},
         {{"is_complete", flag, "nothing is missing"},
          {"missing", texts, "in this order: reasons, child_view, parent_view, options_considered, hours, weeks, roll, outcome_measure, exit_plan, unregistered_reason, "
                             "out_of_area_reason, split_reason, long_reason, roll_reason (the roll changes: dual_registered for a child not yet so, single_at_provider "
                             "always, no_roll for a child on one)"},
          {"weeks_without_reason", whole, "the longest place that needs no long_reason: non_school_weeks (12 in 2026), or category_weeks_max where that is less"},
          working_field()},
         answer_missing_from_record},
    };
}

}  // namespace waymark::law
