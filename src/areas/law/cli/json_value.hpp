// Cases and answers as JSON.
#pragma once

#include <string>
#include <string_view>

#include "foundation/result.hpp"
#include "law/rules/value.hpp"

namespace waymark::law {

/// One JSON value. A number that is not whole becomes its own text, so that the rule says what it wanted instead.
/// Fails   `rule.json_wrong`
[[nodiscard]] Result<Value> value_from_json(std::string_view json);

/// On one line, names in their own order.
[[nodiscard]] std::string json_from_value(const Value& value);

}  // namespace waymark::law
