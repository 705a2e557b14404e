// Text in addresses and form bodies: percent-encoding, and lists of name=value.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace waymark {

/// "%41" → "A". None when a % is not followed by two hexadecimal digits.
[[nodiscard]] std::optional<std::string> percent_decoded(std::string_view encoded, bool plus_is_space = false);

/// Everything but letters, digits and -._~ becomes %XX: for a value put into an address.
[[nodiscard]] std::string percent_encoded(std::string_view plain);

/// "a=1&b=two+words" → {{"a", "1"}, {"b", "two words"}}. A % that encodes nothing stays as typed.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> read_urlencoded(std::string_view text);

/// Text from outside as the house keeps it: UTF-8 (what is not is taken for Windows-1252), without NUL.
[[nodiscard]] std::string as_clean_text(std::string text);

}  // namespace waymark
