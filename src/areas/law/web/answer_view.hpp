// The answer of a rule in words, with its working.
#pragma once

#include "law/rules/rule_function.hpp"
#include "ui/ui.hpp"

namespace waymark::law {

void write_answer(ui::Buffer& out, const RuleFunction& rule, const Value::Record& answer);

/// One value of an answer as people read it: a day as "Monday 9 November 2026", yes or no, a list as a list.
[[nodiscard]] ui::Content answer_words(const Field& field, const Value& value);

}  // namespace waymark::law
