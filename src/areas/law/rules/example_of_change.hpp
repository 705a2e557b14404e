// What another number would change: a rule asked twice about one made-up case, before and after.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "law/rules/rule_function.hpp"

namespace waymark::law {

struct ExampleOfChange {
    const RuleFunction* function = nullptr;
    Value::Record given;           // the case, without calendar and settings
    Value::Record before, after;   // the answers
    /// The outputs on which the two differ, the working left out.
    [[nodiscard]] std::vector<const Field*> differing() const;
};

/// A case of that rule in which the number makes a difference: its days are the day the number is to hold from and days soon
/// after, its other facts the simplest that will do. A difference in a day is preferred to any other. Nothing when the rule takes
/// no settings or no such case is found: not every number has an example that can be made up.
///
/// calendar   as a rule takes it; used for each calendar that the rule asks for
/// settings   all the authority's choices on that day, with the old value and with the new
[[nodiscard]] std::optional<ExampleOfChange> example_of_change(const RuleFunction& function, Date from, const Value& calendar,
                                                               const Value::Record& settings_before, const Value::Record& settings_after,
                                                               std::span<const int> wholes);

}  // namespace waymark::law
