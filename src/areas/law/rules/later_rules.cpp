// R50, R52 to R60: moving on, transport, keeping, small numbers, moves in and out.
#include "law/rules/groups.hpp"

namespace waymark::law {

std::vector<RuleFunction> later_rules() { return {}; }

}  // namespace waymark::law
