// Random calendars and days for cases, the same for the same seed on every machine.
#pragma once

#include <string_view>
#include <vector>

#include "foundation/date.hpp"
#include "harrowdale/dice.hpp"
#include "law/rules/value.hpp"

namespace waymark::slow {

using law::Value;

class Chance : public harrowdale::Dice {
public:
    using Dice::Dice;

    [[nodiscard]] Date day(Date from, Date to) { return from + Days{between(0, days_between(from, to))}; }
    /// A day of the school years that `calendar` makes, now and then outside them.
    [[nodiscard]] Date school_time() { return day(date(2025, 8, 20), date(2027, 8, 10)); }
    /// Two school years of half-terms as schools have them, each with holidays of its own lengths and some closures. Now and
    /// then a half-term is missing, ends too early, or the whole second year is not entered.
    [[nodiscard]] Value calendar();
    [[nodiscard]] std::string_view one(std::initializer_list<std::string_view> choices)
    {
        return choices.begin()[static_cast<std::size_t>(between(0, static_cast<int>(choices.size()) - 1))];
    }
};

}  // namespace waymark::slow
