// Plain text: trimming, splitting, case, and words for people. UTF-8 throughout.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace waymark {

[[nodiscard]] std::string_view trimmed(std::string_view text);
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);
[[nodiscard]] std::string join(const std::vector<std::string>& parts, std::string_view separator);
[[nodiscard]] std::string lower_ascii(std::string_view text);

/// For finding: lower case, accents folded for Latin letters, punctuation out, spaces single. "O'Neil-Çelik" → "oneil celik".
[[nodiscard]] std::string folded_for_search(std::string_view text);

[[nodiscard]] bool is_valid_utf8(std::string_view bytes);
/// Windows-1252 to UTF-8; the five undefined bytes become U+FFFD.
[[nodiscard]] std::string utf8_from_windows_1252(std::string_view bytes);

/// "1 pupil", "42 pupils", "1,204 pupils". `plural` defaults to the noun with an s.
[[nodiscard]] std::string counted(long long count, std::string_view noun, std::string_view plural = {});
[[nodiscard]] std::string with_commas(long long number);  // "1,204"
/// "a", "a and b", "a, b and c".
[[nodiscard]] std::string listed(const std::vector<std::string>& items, std::string_view last_join = "and");
/// First letter upper case: for names of enumerators shown as words, "place_in_provision" → "Place in provision".
[[nodiscard]] std::string words_of(std::string_view snake_case);

}  // namespace waymark
