// R48 to R49: numbers of children, schools and providers.
#include "law/rules/groups.hpp"

namespace waymark::law {

std::vector<RuleFunction> identifier_rules() { return {}; }

}  // namespace waymark::law
