// R11 and R12, which follow a permanent exclusion: its review and the money. They stand at the end of exclusion_rules().
#pragma once

#include "law/rules/rule_function.hpp"

namespace waymark::law {

[[nodiscard]] std::vector<RuleFunction> exclusion_review_rules();

}  // namespace waymark::law
