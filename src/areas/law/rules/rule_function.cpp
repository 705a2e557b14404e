#include "law/rules/rule_function.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "law/rules/groups.hpp"
#include "law/rules/inspection_rules.hpp"

namespace waymark::law {
namespace {

/// "R43a" → 43.
int number_of_rule(std::string_view rule)
{
    int number = 0;
    for (const char c : rule)
        if (c >= '0' && c <= '9') number = 10 * number + (c - '0');
    return number;
}

}  // namespace

std::span<const RuleFunction> rule_functions()
{
    static const std::vector<RuleFunction> all = [] {
        std::vector<RuleFunction> rules;
        for (const auto& group :
             {time_rules(), exclusion_rules(), section_19_rules(), roll_rules(), placement_rules(), registration_rules(),
              plan_rules(), missing_rules(), attendance_rules(), identifier_rules(), later_rules(), inspection_rules()})
            std::ranges::copy(group, std::back_inserter(rules));
        std::ranges::stable_sort(rules, {}, [](const RuleFunction& rule) { return number_of_rule(rule.rule); });
        return rules;
    }();
    return all;
}

const RuleFunction* find_rule_function(std::string_view name)
{
    const auto found = std::ranges::find(rule_functions(), name, &RuleFunction::name);
    return found == rule_functions().end() ? nullptr : &*found;
}

Result<Value::Record> try_case(const RuleFunction& rule, const Value& given)
{
    if (!given.record()) return invalid("rule.case_wrong", "A case is a record of named values: {\"name\": value, …}.");
    for (const auto& [name, value] : *given.record())
        if (std::ranges::find(rule.inputs, name, &Field::name) == rule.inputs.end())
            return invalid("rule.input_unknown", fmt::format("{} takes no “{}”.", rule.name, name), name);
    Case read{given};
    return rule.answer(read);
}

Value answer_case(const RuleFunction& rule, const Value& given)
{
    auto answer = try_case(rule, given);
    if (answer) return *std::move(answer);
    std::string message;
    for (const auto& problem : answer.error()) message += (message.empty() ? "" : " ") + problem.message;
    return Value::Record{{"error", answer.error().front().code}, {"message", message}};
}

}  // namespace waymark::law
