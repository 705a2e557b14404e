// R24, R53, R56 to R58: tiers, grounds for sharing, and what inspectors ask.
#pragma once

#include "law/rules/rule_function.hpp"

namespace waymark::law {

[[nodiscard]] std::vector<RuleFunction> inspection_rules();

}  // namespace waymark::law
