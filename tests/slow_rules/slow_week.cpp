#include "slow_rules/slow_week.hpp"

namespace waymark::slow {

std::map<std::string, Square> grid_of(const Value& given)
{
    const Date on = day_in(given, "day");
    std::map<std::string, Square> grid;
    for (const auto& place : list_in(given, "places")) {
        const auto from = day_if_in(place, "from"), to = day_if_in(place, "to");
        if ((from && on < *from) || (to && on > *to)) continue;
        for (const auto& session : list_in(place, "sessions")) {
            auto& square = grid[*session.text()];
            ++square.settings;
            square.minutes += whole_in(place, "minutes");
        }
    }
    return grid;
}

int slow_full_time(const Value& given)
{
    constexpr int hours_times_ten[] = {210, 235, 240, 250};
    const int stage = whole_in(given, "key_stage");
    return setting_in(given, "full_time_minutes_ks" + std::to_string(stage), hours_times_ten[stage - 1] * 6);
}

Value random_sessions(Chance& chance)
{
    Value::List sessions;
    const int likely = chance.between(10, 100);
    for (const auto square : squares_of_week)
        if (chance.in_hundred(likely)) sessions.emplace_back(square);
    return sessions;
}

Value random_places(Chance& chance, Date on)
{
    Value::List places;
    for (int count = chance.between(0, 3); count > 0; --count) {
        Value::Record place{{"setting", chance.one({"Northgate Academy", "Northfield Farm", "The Bridge"})}, {"sessions", random_sessions(chance)},
                            {"minutes", chance.in_hundred(60) ? 150 : chance.between(1, 400)}};
        if (chance.in_hundred(40)) place.emplace_back("from", on + Days{chance.between(-10, 1)});
        if (chance.in_hundred(40)) place.emplace_back("to", on + Days{chance.between(-1, 10)});
        places.emplace_back(std::move(place));
    }
    return places;
}

}  // namespace waymark::slow
