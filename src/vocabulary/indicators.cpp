#include "vocabulary/indicators.hpp"

#include <algorithm>
#include <cstddef>

#include "foundation/result.hpp"
#include "vocabulary/month_steps.hpp"

namespace waymark {
namespace {

std::optional<std::int64_t> divided_half_up(std::int64_t number, std::int64_t by)
{
    expects(number >= 0 && by >= 0);
    if (by == 0) return std::nullopt;
    return number / by + (number % by * 2 >= by ? 1 : 0);
}

}  // namespace

std::optional<std::int64_t> per_ten_thousand_in_tenths(std::int64_t count, std::int64_t population)
{
    return divided_half_up(count * 100'000, population);
}

std::optional<std::int64_t> share_in_tenths(std::int64_t part, std::int64_t whole) { return divided_half_up(part * 1000, whole); }

std::optional<int> median_in_halves(std::vector<int> numbers)
{
    if (numbers.empty()) return std::nullopt;
    std::ranges::sort(numbers);
    return numbers[(numbers.size() - 1) / 2] + numbers[numbers.size() / 2];
}

std::optional<std::int64_t> pence_per_session(std::int64_t pence, std::int64_t sessions) { return divided_half_up(pence, sessions); }

bool returned_within_a_year(std::span<const DateRange> placements)
{
    constexpr int months = 12;  // part of the indicator's name: another number would be another indicator
    return std::ranges::any_of(placements, [&](const DateRange& earlier) {
        return earlier.to && std::ranges::any_of(placements, [&](const DateRange& later) {
            return later.from > *earlier.to && later.from <= same_day_months_later(*earlier.to, months);
        });
    });
}

}  // namespace waymark
