// The clocks of EHC plans, looked-after children and fair access.
#include "clocks/rules/gathering.hpp"

namespace waymark::clocks {

void gather_plan_clocks(Gathering&) {}

}  // namespace waymark::clocks
