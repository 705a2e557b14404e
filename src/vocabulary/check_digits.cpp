// Weighted sums over the characters of a number.
#include "vocabulary/check_digits.hpp"

#include <algorithm>

namespace waymark {
namespace {

constexpr int eleven = 11;

bool is_decimal(char letter) { return letter >= '0' && letter <= '9'; }

/// The first nine digits weighted 10, 9, … 2, modulo 11; nothing when they are not nine digits.
std::optional<int> weighted_remainder(std::string_view nine)
{
    if (nine.size() != 9 || !std::ranges::all_of(nine, is_decimal)) return std::nullopt;
    int sum = 0, weight = 10;
    for (const char digit : nine) sum += weight-- * (digit - '0');
    return sum % eleven;
}

}  // namespace

std::optional<char> upn_check_letter(std::string_view twelve)
{
    if (twelve.size() != 12 || !std::ranges::all_of(twelve.substr(0, 11), is_decimal)) return std::nullopt;
    std::size_t sum = 0, weight = 2;  // the weight of a character is its place in the whole number
    for (const char letter : twelve) {
        const std::size_t value = is_decimal(letter) ? static_cast<std::size_t>(letter - '0') : upn_alphabet.find(letter);
        if (value == std::string_view::npos) return std::nullopt;
        sum += weight++ * value;
    }
    return upn_alphabet[sum % upn_alphabet.size()];
}

std::optional<int> uln_check_digit(std::string_view nine)
{
    const auto remainder = weighted_remainder(nine);
    if (!remainder || *remainder == 0) return std::nullopt;
    return 10 - *remainder;
}

std::optional<int> nhs_number_check_digit(std::string_view nine)
{
    const auto remainder = weighted_remainder(nine);
    if (!remainder || *remainder == 1) return std::nullopt;  // its check digit would be 10
    return *remainder == 0 ? 0 : eleven - *remainder;
}

}  // namespace waymark
