// Money is a whole number of pence. There is no floating point in it anywhere.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "foundation/result.hpp"

namespace waymark {

struct Money {
    std::int64_t pence = 0;

    [[nodiscard]] static constexpr Money pounds(std::int64_t pounds) { return {pounds * 100}; }

    auto operator<=>(const Money&) const = default;
    Money& operator+=(Money other) { pence += other.pence; return *this; }
    Money& operator-=(Money other) { pence -= other.pence; return *this; }
    friend Money operator+(Money left, Money right) { return {left.pence + right.pence}; }
    friend Money operator-(Money left, Money right) { return {left.pence - right.pence}; }
    friend Money operator*(Money money, std::int64_t times) { return {money.pence * times}; }
};

/// Reads "1,234.50", "£90" or "90.5". Fails `money.invalid` for anything else, including a third decimal.
[[nodiscard]] Result<Money> parse_money(std::string_view text);

[[nodiscard]] std::string money_text(Money money);  // "£1,234.50", "£90", "−£5.25"

}  // namespace waymark
