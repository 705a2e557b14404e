// First and last names to draw from, and words children and families might say. All made up.
#pragma once

#include <span>
#include <string_view>

namespace waymark::harrowdale {

[[nodiscard]] std::span<const std::string_view> girls_names();
[[nodiscard]] std::span<const std::string_view> boys_names();
[[nodiscard]] std::span<const std::string_view> last_names();
[[nodiscard]] std::span<const std::string_view> child_words();
[[nodiscard]] std::span<const std::string_view> family_words();
[[nodiscard]] std::span<const std::string_view> goals();
[[nodiscard]] std::span<const std::string_view> purposes();

}  // namespace waymark::harrowdale
