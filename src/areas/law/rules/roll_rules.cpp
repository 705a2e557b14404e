// R17 to R22: legal basis, directions, managed moves, rolls.
#include "law/rules/groups.hpp"

namespace waymark::law {

std::vector<RuleFunction> roll_rules() { return {}; }

}  // namespace waymark::law
