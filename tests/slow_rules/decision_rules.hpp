// R23, the slow way: part of the rules about placements, in a file of its own.
#pragma once

#include <span>

#include "slow_rules/compare.hpp"

namespace waymark::slow {

[[nodiscard]] std::span<const SlowRule> slow_decision_rules();

}  // namespace waymark::slow
