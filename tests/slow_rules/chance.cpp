#include "slow_rules/chance.hpp"

#include <algorithm>

namespace waymark::slow {
namespace {

Date monday_from(Date from)
{
    while (weekday(from) != Weekday::monday) from += Days{1};
    return from;
}

}  // namespace

Value Chance::calendar()
{
    Value::List terms, closures;
    const bool second_year = !in_hundred(5);
    for (int year = 2025; year <= (second_year ? 2026 : 2025); ++year) {
        Date from = date(year, 9, static_cast<unsigned>(between(1, 6)));
        constexpr int holidays[] = {9, 16, 9, 16, 9};
        for (int half_term = 0; half_term < 6; ++half_term) {
            const Date planned = monday_from(from) + Days{7 * between(5, 6) + 4 - (in_hundred(20) ? between(1, 4) : 0)};
            const Date to = std::max(from, std::min(planned, date(year + 1, 7, 24)));
            if (!in_hundred(1)) terms.push_back(Value::List{from, to});
            for (int closed = between(0, 2); closed > 0; --closed)
                closures.emplace_back(day(from, to));
            if (half_term < 5) from = to + Days{holidays[half_term] + (in_hundred(10) ? between(1, 7) : 0)};
            if (in_hundred(90)) from = monday_from(from);
        }
    }
    if (in_hundred(2)) terms.clear();
    if (in_hundred(20) && terms.size() > 1) std::swap(terms.front(), terms.back());  // the order they were typed in means nothing
    return Value::Record{{"name", "Northgate Academy"}, {"terms", std::move(terms)}, {"closures", std::move(closures)}};
}

}  // namespace waymark::slow
