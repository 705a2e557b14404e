// The first letter of a name, where a page has room for no more of it.
#pragma once

#include <string_view>

namespace waymark {

/// The whole first letter, however many bytes it has: "Łukasik" → "Ł". Empty for empty text, and for text that does not begin in UTF-8.
[[nodiscard]] std::string_view first_letter(std::string_view text);

}  // namespace waymark
