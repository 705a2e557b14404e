// R44 to R47: codes and rates.
#include "law/rules/groups.hpp"

namespace waymark::law {

std::vector<RuleFunction> attendance_rules() { return {}; }

}  // namespace waymark::law
