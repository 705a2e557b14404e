// A number of the law in words: "6 school days", "9:45am", "15 February"; and read back from what somebody types.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "vocabulary/law.hpp"

namespace waymark::law {

/// Its name as words: "Day six warning day".
[[nodiscard]] std::string number_name(const LawNumber& number);

/// That value of the number, with its unit: "1 working day", "18 hours a week", "£10,000 a place a year".
[[nodiscard]] std::string number_words(const LawNumber& number, int value);

/// The value as a person would type it, and what they may type for it: "9:45", "31 January", "30".
[[nodiscard]] std::string number_as_typed(const LawNumber& number, int value);
[[nodiscard]] std::string how_to_type(const LawNumber& number);
/// Nothing when it cannot be read.
[[nodiscard]] std::optional<int> number_typed_in(const LawNumber& number, std::string_view typed);

}  // namespace waymark::law
