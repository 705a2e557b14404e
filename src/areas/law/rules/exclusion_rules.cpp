// R6 to R12: exclusions, suspensions, and what they set going.
#include "law/rules/groups.hpp"

namespace waymark::law {

std::vector<RuleFunction> exclusion_rules() { return {}; }

}  // namespace waymark::law
