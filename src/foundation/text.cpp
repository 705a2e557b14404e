// Plain text. Names of people come in every Latin alphabet, so folding knows the accented letters of Europe.
#include "foundation/text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include <fmt/format.h>

#include "foundation/first_letter.hpp"

namespace waymark {
namespace {

bool is_space(char letter) { return letter == ' ' || (letter >= '\t' && letter <= '\r'); }

char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter; }

void append_utf8(std::string& text, std::uint32_t point)
{
    if (point < 0x80) {
        text += static_cast<char>(point);
    } else if (point < 0x800) {
        text += static_cast<char>(0xC0 | (point >> 6));
        text += static_cast<char>(0x80 | (point & 0x3F));
    } else if (point < 0x10000) {
        text += static_cast<char>(0xE0 | (point >> 12));
        text += static_cast<char>(0x80 | ((point >> 6) & 0x3F));
        text += static_cast<char>(0x80 | (point & 0x3F));
    } else {
        text += static_cast<char>(0xF0 | (point >> 18));
        text += static_cast<char>(0x80 | ((point >> 12) & 0x3F));
        text += static_cast<char>(0x80 | ((point >> 6) & 0x3F));
        text += static_cast<char>(0x80 | (point & 0x3F));
    }
}

constexpr std::uint32_t broken = 0xFFFFFFFF;

/// The next code point, moving `at` past it; `broken` (one byte on) where the bytes are not UTF-8. Over-long forms,
/// surrogates and points past U+10FFFF are not (RFC 3629).
std::uint32_t next_point(std::string_view bytes, std::size_t& at)
{
    const auto byte = [&](std::size_t index) { return static_cast<std::uint8_t>(bytes[index]); };
    const std::uint8_t first = byte(at);
    const std::size_t more = first < 0x80 ? 0 : first < 0xC2 ? 9 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : first < 0xF5 ? 3 : 9;
    if (more == 9 || at + more >= bytes.size()) return ++at, broken;
    std::uint32_t point = more == 0 ? first : first & (0x3F >> more);
    for (std::size_t index = 1; index <= more; ++index) {
        if ((byte(at + index) & 0xC0) != 0x80) return ++at, broken;
        point = (point << 6) | (byte(at + index) & 0x3F);
    }
    constexpr std::array<std::uint32_t, 4> least{0, 0x80, 0x800, 0x10000};
    if (point < least[more] || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF)) return ++at, broken;
    at += more + 1;
    return point;
}

/// Base letters of U+00C0 to U+017F, one for each point; a digit stands for several letters, a space for none.
constexpr std::string_view latin_base =
    "aaaaaa1ceeeeiiiidnooooo ouuuuy23aaaaaa1ceeeeiiiidnooooo ouuuuy2y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii44jjkkklllllll"
    "lllnnnnnnnnnoooooo55rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(latin_base.size() == 0x180 - 0xC0);

std::string_view folded_letter(std::uint32_t point)
{
    if (point >= 0x218 && point <= 0x21B) return point < 0x21A ? "s" : "t";  // Romanian comma below
    if (point >= 0x1E80 && point <= 0x1E85) return "w";                      // Welsh
    if (point == 0x1EF2 || point == 0x1EF3) return "y";
    if (point == 0x1E9E) return "ss";
    if (point < 0xC0 || point > 0x17F) return {};
    switch (const auto& base = latin_base[point - 0xC0]; base) {
        case '1': return "ae";
        case '2': return "th";
        case '3': return "ss";
        case '4': return "ij";
        case '5': return "oe";
        case ' ': return " ";
        default: return {&base, 1};
    }
}

/// Written inside a word and left out when somebody searches: straight and curly apostrophes, accents on their own.
bool is_silent(std::uint32_t point)
{
    return point == '\'' || point == '`' || point == 0x2018 || point == 0x2019 || point == 0x02BC || point == 0xB4 ||
           point == 0xAD || (point >= 0x300 && point <= 0x36F);
}

bool is_separator(std::uint32_t point)
{
    if (point < 0x80) {
        const char letter = static_cast<char>(point);
        return !((letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9'));
    }
    return point < 0xC0 || (point >= 0x2000 && point <= 0x206F);
}

}  // namespace

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    for (;;) {
        const auto end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

std::string join(const std::vector<std::string>& parts, std::string_view separator)
{
    return fmt::format("{}", fmt::join(parts, separator));
}

std::string lower_ascii(std::string_view text)
{
    std::string lowered{text};
    std::ranges::transform(lowered, lowered.begin(), lower);
    return lowered;
}

std::string folded_for_search(std::string_view text)
{
    std::string folded;
    bool space_due = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::uint32_t point = next_point(text, at);
        if (point != broken && is_silent(point)) continue;
        const auto latin = folded_letter(point);
        if (point == broken || is_separator(point) || latin == " ") {
            space_due = !folded.empty();
            continue;
        }
        if (space_due) folded += ' ';
        space_due = false;
        if (!latin.empty()) folded += latin;
        else if (point < 0x80) folded += lower(static_cast<char>(point));
        else append_utf8(folded, point);
    }
    return folded;
}

std::string_view first_letter(std::string_view text)
{
    std::size_t end = 0;
    if (text.empty() || next_point(text, end) == broken) return {};
    return text.substr(0, end);
}

bool is_valid_utf8(std::string_view bytes)
{
    for (std::size_t at = 0; at < bytes.size();)
        if (next_point(bytes, at) == broken) return false;
    return true;
}

std::string utf8_from_windows_1252(std::string_view bytes)
{
    constexpr std::uint32_t unknown = 0xFFFD;
    constexpr std::array<std::uint32_t, 32> from_0x80{
        0x20AC, unknown, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, unknown, 0x017D, unknown,
        unknown, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, unknown, 0x017E, 0x0178};
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (const char letter : bytes) {
        const auto byte = static_cast<std::uint8_t>(letter);
        append_utf8(text, byte >= 0x80 && byte < 0xA0 ? from_0x80[byte - 0x80] : byte);
    }
    return text;
}

std::string counted(long long count, std::string_view noun, std::string_view plural)
{
    if (count == 1) return fmt::format("1 {}", noun);
    return plural.empty() ? fmt::format("{} {}s", with_commas(count), noun) : fmt::format("{} {}", with_commas(count), plural);
}

std::string with_commas(long long number)
{
    std::string digits = std::to_string(number);
    const std::size_t first = number < 0 ? 1 : 0;
    for (std::size_t place = digits.size(); place > first + 3;) digits.insert(place -= 3, ",");
    return digits;
}

std::string listed(const std::vector<std::string>& items, std::string_view last_join)
{
    if (items.size() < 2) return items.empty() ? std::string{} : items.front();
    return fmt::format("{} {} {}", fmt::join(items.begin(), items.end() - 1, ", "), last_join, items.back());
}

std::string words_of(std::string_view snake_case)
{
    std::string words{snake_case};
    std::ranges::replace(words, '_', ' ');
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - ('a' - 'A'));
    return words;
}

}  // namespace waymark
