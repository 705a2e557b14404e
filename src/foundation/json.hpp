// JSON as the whole house reads and writes it: one kind, whose names keep their order, compiled once.
#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

namespace waymark {

using Json = nlohmann::ordered_json;

/// What the text says. When it is no JSON, a value of which `is_discarded()` is true.
[[nodiscard]] Json read_json(std::string_view text);
/// As text, on one line. What is not UTF-8 becomes U+FFFD.
[[nodiscard]] std::string json_text(const Json& value);

}  // namespace waymark
