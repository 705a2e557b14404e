// Counting units; the only arithmetic is units times pence.
#include "placements/rules/cost.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include <fmt/format.h>

#include "foundation/text.hpp"

namespace waymark::placements {
namespace {

Cost times(std::size_t units, Money price, std::string_view noun)
{
    const auto count = static_cast<int>(units);
    return {price * count, count, fmt::format("{} at {}", counted(count, noun), money_text(price))};
}

/// "Autumn 1" and "Autumn 2" are halves of one term.
std::string term_of(const HalfTerm& half) { return half.name.substr(0, half.name.find(' ')); }

}  // namespace

Result<Cost> cost_of(std::span<const ExpectedOn> sessions, Money price, PriceUnit unit, const SchoolCalendar& school)
{
    switch (unit) {
    case PriceUnit::session: return times(sessions.size(), price, "session");
    case PriceUnit::day: {
        std::map<Date, int> halves;
        for (const auto& session : sessions) ++halves[session.day];
        for (const auto& [day, count] : halves)
            if (count != 2)
                return refused("placement.day_price_needs_both_sessions",
                               fmt::format("The price is by the day, but {} has only half a day.", weekday_date(day)), "sessions");
        return times(halves.size(), price, "day");
    }
    case PriceUnit::week: {
        std::set<Date> mondays;
        for (const auto& session : sessions) mondays.insert(session.day - Days{static_cast<int>(weekday(session.day))});
        return times(mondays.size(), price, "week");
    }
    case PriceUnit::term: {
        std::set<std::pair<SchoolYear, std::string>> terms;
        for (const auto& session : sessions)
            if (const auto half = TRY(school.half_term(session.day))) terms.emplace(SchoolYear::of(session.day), term_of(*half));
        return times(terms.size(), price, "term");
    }
    case PriceUnit::place: return sessions.empty() ? times(0, price, "place") : times(1, price, "place");
    }
    expects(false);
    return Cost{};
}

Result<Commitment> commitment(std::span<const TimetabledSession> timetable, DateRange days, Money price, PriceUnit unit,
                              const SchoolCalendar& provider)
{
    const auto to_end = TRY(expected_sessions(timetable, days, provider));
    const Date year_end = financial_year_end(days.from);
    std::vector<ExpectedOn> to_year_end;
    std::ranges::copy_if(to_end, std::back_inserter(to_year_end), [&](const ExpectedOn& session) { return session.day <= year_end; });
    return Commitment{TRY(cost_of(to_year_end, price, unit, provider)), TRY(cost_of(to_end, price, unit, provider))};
}

Problems problems_with_price(std::span<const WeekdaySession> sessions, PriceUnit unit)
{
    Problems found;
    if (unit != PriceUnit::day) return found;
    for (const auto& when : sessions) {
        const WeekdaySession other{when.weekday, when.session == Session::am ? Session::pm : Session::am};
        if (std::ranges::find(sessions, other) == sessions.end())
            found.add("placement.day_price_needs_both_sessions",
                      fmt::format("The price is by the day. Choose {} too, or agree a price for a session.", weekday_session_name(other)), "sessions");
    }
    return found;
}

Date financial_year_end(Date day)
{
    const int year = year_of(day);
    return day <= date(year, 3, 31) ? date(year, 3, 31) : date(year + 1, 3, 31);
}

}  // namespace waymark::placements
