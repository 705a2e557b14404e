// A rule of law or practice as something one can ask: its inputs, its outputs, and the answer with its working.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "law/rules/case.hpp"

namespace waymark::law {

using Answer = Result<Value::Record>;

struct RuleFunction {
    std::string_view name;              // "full_time_due", as the function is called in code
    std::string_view rule;              // "R6"
    std::string_view question;          // "By which day must full-time education be in place after a permanent exclusion?"
    std::vector<Field> inputs, outputs;
    Answer (*answer)(Case&) = nullptr;
};

/// Every rule that can be asked, in the order of the rules' numbers.
[[nodiscard]] std::span<const RuleFunction> rule_functions();
[[nodiscard]] const RuleFunction* find_rule_function(std::string_view name);

/// The answer to one case: a record with the rule's outputs. Where none can be given, a record with `error`, its code
/// ("calendar.missing", "rule.input_wrong"), and `message`, what to do about it. It never fails for what somebody sent.
[[nodiscard]] Value answer_case(const RuleFunction& rule, const Value& given);

/// What is wrong with a case or the answer to it, each problem with the input it belongs to: for a form.
[[nodiscard]] Answer try_case(const RuleFunction& rule, const Value& given);

}  // namespace waymark::law
