// R35 to R36: part of the rules about registration and assurance, in a file of their own.
#pragma once

#include "law/rules/rule_function.hpp"

namespace waymark::law {

[[nodiscard]] std::vector<RuleFunction> assurance_rules();

}  // namespace waymark::law
