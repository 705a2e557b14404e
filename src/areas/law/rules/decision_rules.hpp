// R23, part of the rules about placements, in a file of its own.
#pragma once

#include "law/rules/rule_function.hpp"

namespace waymark::law {

[[nodiscard]] std::vector<RuleFunction> decision_rules();    // R23: what the record of a panel's decision says in words

}  // namespace waymark::law
