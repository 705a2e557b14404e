// R35 to R36, the slow way: part of the rules about registration and assurance, in a file of their own.
#pragma once

#include <span>

#include "slow_rules/compare.hpp"

namespace waymark::slow {

[[nodiscard]] std::span<const SlowRule> slow_assurance_rules();

}  // namespace waymark::slow
