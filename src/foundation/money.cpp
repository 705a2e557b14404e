// Amounts of money as people write them.
#include "foundation/money.hpp"

#include <cctype>

#include <fmt/format.h>

#include "foundation/text.hpp"

namespace waymark {
namespace {

constexpr std::string_view minus_sign = "−";
constexpr std::string_view pound_sign = "£";
constexpr std::size_t pound_digits_max = 12;  // a thousand million pounds and more: pence stay far from overflow

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

/// The digits of whole pounds: plain, or with commas that each stand before exactly three digits. Empty when neither.
std::string whole_pounds(std::string_view text)
{
    const auto groups = split(text, ',');
    std::string digits;
    for (std::size_t index = 0; index < groups.size(); ++index) {
        const auto group = groups[index];
        const bool right_length = groups.size() == 1 || (index == 0 ? group.size() <= 3 : group.size() == 3);
        if (group.empty() || !right_length) return {};
        for (const char letter : group) {
            if (!is_digit(letter)) return {};
            digits += letter;
        }
    }
    return digits;
}

}  // namespace

Result<Money> parse_money(std::string_view text)
{
    const auto wrong = [] { return invalid("money.invalid", "Enter an amount in pounds, for example 90 or 1,234.50."); };
    std::string_view typed = trimmed(text);
    bool negative = false;
    for (const std::string_view sign : {minus_sign, std::string_view{"-"}})
        if (typed.starts_with(sign)) {
            negative = true;
            typed = trimmed(typed.substr(sign.size()));
            break;
        }
    if (typed.starts_with(pound_sign)) typed = trimmed(typed.substr(pound_sign.size()));

    const auto point = typed.find('.');
    const std::string pounds = whole_pounds(typed.substr(0, point));
    if (pounds.empty() || pounds.size() > pound_digits_max) return wrong();

    std::int64_t pence = 0;
    for (const char digit : pounds) pence = pence * 10 + (digit - '0');
    pence *= 100;
    if (point != std::string_view::npos) {
        const auto decimals = typed.substr(point + 1);
        if (decimals.empty() || decimals.size() > 2) return wrong();
        for (const char letter : decimals)
            if (!is_digit(letter)) return wrong();
        pence += (decimals[0] - '0') * 10 + (decimals.size() == 2 ? decimals[1] - '0' : 0);
    }
    return Money{negative ? -pence : pence};
}

std::string money_text(Money money)
{
    const std::int64_t size = money.pence < 0 ? -money.pence : money.pence;
    const std::string pounds = with_commas(size / 100);
    const std::string amount = size % 100 == 0 ? pounds : fmt::format("{}.{:02}", pounds, size % 100);
    return std::string{money.pence < 0 ? minus_sign : ""} + std::string{pound_sign} + amount;
}

}  // namespace waymark
