// The judgement, field by field in the order of the form.
#include "panel/rules/decision.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "foundation/text.hpp"

namespace waymark::panel {
namespace {

constexpr int whole_week = 10;  // half days

bool is_blank(const std::string& text) { return trimmed(text).empty(); }

bool is_outside_category(Roll decided, const CaseFacts& facts)
{
    return facts.category && facts.category->dual_registration_required && decided != Roll::dual_registered;
}

void check_length(Problems& found, const ProposedDecision& decision, const CaseFacts& facts, const Law& law)
{
    if (!decision.weeks) {
        found.add("panel.weeks_missing", "Enter how many weeks the place is for", "weeks");
        return;
    }
    const auto category_max = facts.category ? facts.category->weeks_max : std::nullopt;
    const bool over_category = category_max && *decision.weeks > *category_max;
    // A category's limit gives way to an extension alone: a further decision, with its reason (R26).
    if (over_category && !facts.supersedes)
        found.add("panel.weeks_over_category",
                  fmt::format("“{}” lasts up to {}. Enter fewer weeks, or choose another kind of provision", facts.category->name,
                              counted(*category_max, "week")),
                  "weeks");
    else if (*decision.weeks > weeks_without_reason(facts, law) && is_blank(decision.long_reason))
        found.add("panel.long_reason_missing",
                  fmt::format("Say why the place is for more than {}", counted(weeks_without_reason(facts, law), "week")), "long_reason");
}

void check_roll(Problems& found, const ProposedDecision& decision, const CaseFacts& facts)
{
    if (!decision.roll) {
        found.add("panel.roll_missing", "Choose which roll the child is on during the placement", "roll");
        return;
    }
    if (*decision.roll == Roll::stays_on_roll && facts.roll_now == RollNow::none) {
        found.add("panel.no_roll_to_stay_on", "The child is on no school’s roll, so cannot stay on one. Choose another answer", "roll");
        return;
    }
    if (!needs_roll_reason(*decision.roll, facts) || !is_blank(decision.roll_reason)) return;
    if (is_outside_category(*decision.roll, facts))
        found.add("panel.dual_registration_reason_missing",
                  fmt::format("Children in “{}” are usually dual registered. Say why this child is not", facts.category->name), "roll_reason");
    else
        found.add("panel.roll_reason_missing", "Say why the child’s roll changes. A placement alone is no ground to come off a roll", "roll_reason");
}

void check_factors(Problems& found, const ProposedDecision& decision, const CaseFacts& facts)
{
    if (decision.split && is_blank(decision.split_reason))
        found.add("panel.split_reason_missing", "Say why the week is split between settings", "split_reason");
    if (decision.unregistered && is_blank(decision.unregistered_reason))
        found.add("panel.unregistered_reason_missing", "Say why an unregistered provider is right for this child", "unregistered_reason");
    const bool full_time = decision.sessions_per_week.value_or(0) >= whole_week || (facts.category && facts.category->full_time);
    if (decision.unregistered && full_time && !decision.split)
        found.add("panel.unregistered_full_time",
                  "A child cannot be full time at an unregistered provider. Choose fewer sessions, a registered provider, or a week split between settings",
                  "unregistered");
    if (decision.out_of_area && is_blank(decision.out_of_area_reason))
        found.add("panel.out_of_area_reason_missing", "Say why a place out of the area is right for this child", "out_of_area_reason");
    if (needs_sign_off(decision) && !decision.signed_off_by)
        found.add("panel.sign_off_missing", "Choose the officer who signed off the use of an unregistered or out-of-area place", "signed_off_by");
}

void check_place(Problems& found, const ProposedDecision& decision, const CaseFacts& facts, const Law& law)
{
    if (!facts.category) found.add("panel.category_missing", "Choose what kind of provision", "category");
    if (!decision.sessions_per_week || *decision.sessions_per_week < 1 || *decision.sessions_per_week > 10)
        found.add("panel.sessions_missing", "Enter how many half days a week, from 1 to 10", "sessions_per_week");
    check_length(found, decision, facts, law);
    check_roll(found, decision, facts);
    check_factors(found, decision, facts);
    if (is_blank(decision.options_considered))
        found.add("panel.options_missing", "Choose the other options that the panel considered", "options_considered");
    if (is_blank(decision.outcome_measure))
        found.add("panel.outcome_measure_missing", "Choose what will show that the place is working", "outcome_measure");
    if (is_blank(decision.exit_plan)) found.add("panel.exit_plan_missing", "Choose what comes after the place", "exit_plan");
    if (facts.has_ehc_plan && is_blank(decision.sen_team_view))
        found.add("panel.sen_team_not_asked", "The child has an education, health and care plan. Say whom of the SEN team you asked and what they said",
                  "sen_team_view");
}

}  // namespace

Problems problems_with(const ProposedDecision& decision, const CaseFacts& facts, const std::optional<Sitting>& sitting, const Law& law)
{
    Problems found;
    if (sitting)
        found.append(problems_with_sitting(*sitting));
    else if (!facts.supersedes && is_blank(decision.outside_meeting_reason))
        found.add("panel.outside_meeting_reason_missing", "Say why this could not wait for a meeting", "outside_meeting_reason");
    if (facts.supersedes && is_blank(decision.supersede_reason))
        found.add("panel.supersede_reason_missing", "Say why the earlier decision no longer stands", "supersede_reason");
    if (decision.outcome == Outcome::place_in_provision) check_place(found, decision, facts, law);
    if (decision.outcome == Outcome::more_information && decision.conditions.empty())
        found.add("panel.information_not_named", "Say what you need to know, and from whom, one on each line", "conditions");
    if (is_blank(decision.reasons)) found.add("panel.reasons_missing", "Enter the reasons for the decision", "reasons");
    return found;
}

int weeks_without_reason(const CaseFacts& facts, const Law& law)
{
    const auto category_max = facts.category ? facts.category->weeks_max : std::nullopt;
    return std::min(category_max.value_or(law.non_school_weeks), law.non_school_weeks);
}

bool needs_roll_reason(Roll decided, const CaseFacts& facts)
{
    return is_outside_category(decided, facts) || changes_roll(facts.roll_now, decided);
}

bool changes_roll(RollNow now, Roll decided)
{
    switch (decided) {
    case Roll::stays_on_roll: return false;
    case Roll::dual_registered: return now != RollNow::dual;
    case Roll::single_at_provider: return true;
    case Roll::no_roll: return now != RollNow::none;
    }
    return true;
}

bool needs_sign_off(const ProposedDecision& decision)
{
    return decision.outcome == Outcome::place_in_provision && (decision.unregistered || decision.out_of_area);
}

referrals::State state_after(Outcome outcome)
{
    return outcome == Outcome::more_information ? referrals::State::information_requested : referrals::State::decided;
}

std::string outcome_name(Outcome outcome)
{
    switch (outcome) {
    case Outcome::place_in_provision: return "A place in alternative provision";
    case Outcome::outreach_in_school: return "Outreach in school";
    case Outcome::remain_with_support: return "Stay in school with more support";
    case Outcome::more_information: return "More information needed";
    case Outcome::not_agreed: return "Not agreed";
    }
    return {};
}

std::string roll_name(Roll roll)
{
    switch (roll) {
    case Roll::stays_on_roll: return "Stays on the school’s roll";
    case Roll::dual_registered: return "Dual registered: the school’s roll and the provider’s";
    case Roll::single_at_provider: return "The provider’s roll alone";
    case Roll::no_roll: return "On no roll";
    }
    return {};
}

std::vector<std::string> factors_of(const ProposedDecision& decision)
{
    std::vector<std::string> factors;
    if (decision.split) factors.push_back("Week split between settings");
    if (decision.unregistered) factors.push_back("Unregistered provider");
    if (decision.out_of_area) factors.push_back("Out of area");
    if (!is_blank(decision.long_reason)) factors.push_back("Longer than usual");
    if (!is_blank(decision.roll_reason)) factors.push_back("Roll decided with a reason");
    return factors;
}

}  // namespace waymark::panel
