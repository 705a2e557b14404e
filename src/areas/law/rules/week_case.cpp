#include "law/rules/week_case.hpp"

#include <array>
#include <string>

namespace waymark::law {

Field places_field()
{
    return {"places", FieldKind::cases, "the sessions at each setting, schools included; none when left out", may_be_left_out, {},
            {{"setting", FieldKind::text, "its name, for the words", may_be_left_out},
             {"sessions", FieldKind::sessions, "the weekday sessions there"},
             {"minutes", FieldKind::whole, "taught minutes of each of them, 1 to 400"},
             {"from", FieldKind::day, "first day on which they are in force; left out: always", may_be_left_out},
             {"to", FieldKind::day, "last day on which they are in force; left out: open", may_be_left_out}}};
}

std::vector<placements::Slot> slots_given(Case& given)
{
    std::vector<placements::Slot> slots;
    for (auto& place : given.cases("places")) {
        const auto setting = place.text_if_any("setting");
        const auto sessions = place.sessions("sessions");
        const int minutes = place.whole("minutes", 1, 400);
        const DateRange in_force{place.day_if_any("from").value_or(Date::min()), place.day_if_any("to")};
        given.append(place);
        for (const auto& when : sessions) slots.push_back({when, minutes, in_force, setting});
    }
    return slots;
}

Value sessions_value(const std::vector<WeekdaySession>& sessions)
{
    constexpr std::array<std::string_view, 5> days{"mon", "tue", "wed", "thu", "fri"};
    Value::List texts;
    for (const auto& [weekday, session] : sessions)
        texts.emplace_back(std::string{days.at(static_cast<std::size_t>(weekday))} + (session == Session::am ? " am" : " pm"));
    return texts;
}

}  // namespace waymark::law
