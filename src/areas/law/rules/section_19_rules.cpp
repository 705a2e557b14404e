// R13 to R16: education that is owed, illness, part-time timetables.
#include "law/rules/groups.hpp"

namespace waymark::law {

std::vector<RuleFunction> section_19_rules() { return {}; }

}  // namespace waymark::law
