// R55, the slow way: a published table, and which of its numbers another table could have in their place.
#pragma once

#include "slow_rules/chance.hpp"
#include "slow_rules/slow_calendar.hpp"

namespace waymark::slow {

[[nodiscard]] Value::Record case_numbers_left_out(Chance& chance);
[[nodiscard]] Value slow_numbers_left_out(const Value& given);

}  // namespace waymark::slow
