// R42 to R43a: children missing education, fair access.
#include "law/rules/groups.hpp"

namespace waymark::law {

std::vector<RuleFunction> missing_rules() { return {}; }

}  // namespace waymark::law
