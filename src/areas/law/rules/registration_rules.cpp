// R28 to R29, R35 to R36: unregistered schools, assurance, allegations.
#include "law/rules/groups.hpp"

namespace waymark::law {

std::vector<RuleFunction> registration_rules() { return {}; }

}  // namespace waymark::law
