// Every rule that can be asked, held against its slow and obvious version for ten thousand random cases.
#pragma once

#include <span>
#include <string_view>

#include "law/rules/rule_function.hpp"
#include "slow_rules/chance.hpp"
#include "slow_rules/slow_calendar.hpp"

namespace waymark::slow {

struct SlowRule {
    std::string_view name;                          // of the rule function
    Value::Record (*random_case)(Chance&);
    Value (*answer)(const Value& given);            // every output but words; or {"error": code}
};

/// Fails the test at the first case on which the two differ, and shows it. Also fails where most cases end in an error, for then
/// little was compared.
void hold_against(std::span<const law::RuleFunction> rules, std::span<const SlowRule> slow_rules);

}  // namespace waymark::slow
