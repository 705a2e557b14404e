// R37 to R41: EHC plans, EOTAS, looked-after children.
#include "law/rules/groups.hpp"

namespace waymark::law {

std::vector<RuleFunction> plan_rules() { return {}; }

}  // namespace waymark::law
