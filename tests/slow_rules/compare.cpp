#include "slow_rules/compare.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "law/cli/json_value.hpp"

namespace waymark::slow {
namespace {

constexpr int cases = 10'000;

/// What the rule answered, without its words: those are for people, and the code of a failure stands for its message.
Value without_words(const law::RuleFunction& rule, const Value& answer)
{
    Value::Record kept;
    for (const auto& [name, value] : *answer.record()) {
        const auto field = std::ranges::find(rule.outputs, name, &law::Field::name);
        const bool words = name == "message" || (field != rule.outputs.end() && field->kind == law::FieldKind::text);
        if (!words) kept.emplace_back(name, value);
    }
    std::ranges::sort(kept, {}, &Value::Record::value_type::first);
    return kept;
}

/// Every name that was answered must be one the rule says it answers.
bool answers_as_listed(const law::RuleFunction& rule, const Value& answer)
{
    if (answer.find("error")) return true;
    return std::ranges::all_of(*answer.record(), [&](const auto& field) { return std::ranges::find(rule.outputs, field.first, &law::Field::name) != rule.outputs.end(); }) &&
           std::ranges::all_of(rule.outputs, [&](const auto& field) { return field.optional || answer.find(field.name); });
}

void hold(const law::RuleFunction& rule, const SlowRule& slow_rule)
{
    Chance chance{2026};
    int errors = 0;
    for (int at = 0; at < cases; ++at) {
        const Value given = slow_rule.random_case(chance);
        const Value quick = law::answer_case(rule, given);
        const Value slow = slow_rule.answer(given);
        errors += quick.find("error") ? 1 : 0;
        if (without_words(rule, quick) == without_words(rule, slow) && answers_as_listed(rule, quick)) continue;
        FAIL(rule.name, " differs on case ", at, ": ", law::json_from_value(given), "\n  program: ", law::json_from_value(quick),
             "\n  slow:    ", law::json_from_value(without_words(rule, slow)));
    }
    CHECK_MESSAGE(errors * 2 < cases, rule.name, ": ", errors, " of ", cases, " cases end in an error");
}

}  // namespace

void hold_against(std::span<const law::RuleFunction> rules, std::span<const SlowRule> slow_rules)
{
    for (const auto& rule : rules) {
        const auto found = std::ranges::find(slow_rules, rule.name, &SlowRule::name);
        REQUIRE_MESSAGE(found != slow_rules.end(), rule.name, " has no slow version: write one in tests/slow_rules");
        hold(rule, *found);
    }
}

}  // namespace waymark::slow
