// waymark rule: every rule by name, one case from the command line, or thousands from standard input.
#pragma once

#include <iosfwd>
#include <span>
#include <string>
#include <string_view>

#include "foundation/result.hpp"
#include "law/rules/rule_function.hpp"

namespace waymark::law {

/// Every rule with its inputs and outputs, for people; or one JSON object a line, for programs.
void list_rules(std::ostream& out);
void list_rules_as_json(std::ostream& out);
/// The inputs and outputs of one.
void describe_rule(const RuleFunction& rule, std::ostream& out);

/// One JSON object a line, one answer a line, in order, each written before the next case is read. Empty lines are passed
/// over. An `id` in a case comes back in its answer. A line that is no case is answered with `error` and `message`.
/// Returns how many cases were answered.
long answer_lines(const RuleFunction& rule, std::istream& in, std::ostream& out);

/// A case from words like `first_day=2026-11-02`, `n=6`, `calendar=@terms.json` (a file) or `days=["2026-11-02"]`, or one JSON object.
/// Fails   `rule.argument_wrong`, `rule.file_unreadable`, `rule.json_wrong`
[[nodiscard]] Result<Value> case_from_arguments(const RuleFunction& rule, std::span<const std::string> arguments);

}  // namespace waymark::law
