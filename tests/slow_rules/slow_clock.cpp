#include "slow_rules/slow_clock.hpp"

namespace waymark::slow {

Counts every_day()
{
    return [](Date) { return true; };
}

Counts working_days()
{
    return [](Date day) { return is_working(day); };
}

Counts school_days(const SlowCalendar& school)
{
    return [&school](Date day) { return school.knows(day) ? std::optional{school.meets(day)} : std::nullopt; };
}

std::optional<int> stepped(Date from, Date to, const Counts& counts)
{
    int count = 0;
    for (Date day = from; day != to;) {
        const bool forward = day < to;
        const Date looked_at = forward ? day + Days{1} : day;
        const auto counted = counts(looked_at);
        if (!counted) return std::nullopt;
        if (*counted) count += forward ? 1 : -1;
        day += Days{forward ? 1 : -1};
    }
    return count;
}

std::optional<Value::Record> slow_clock(const std::string& prefix, Date due, Date today, std::optional<Date> done_on, const Counts& counts, int warns_from)
{
    const bool is_done = done_on && *done_on <= today;
    const auto left = stepped(is_done ? *done_on : today, due, counts);
    if (!left) return std::nullopt;
    std::string_view severity = "info";
    if (!is_done && *left <= warns_from) severity = "warn";
    if (!is_done && today > due) severity = "breach";
    const std::string before = prefix.empty() ? "" : prefix + "_";
    return Value::Record{{before + "due", due}, {before + "days_left", *left}, {before + "severity", severity}, {before + "is_met", is_done}};
}

void add(Value::Record& answer, const Value::Record& more)
{
    for (const auto& field : more) answer.push_back(field);
}

Date slow_months_after(Date day, int months)
{
    int year = year_of(day);
    unsigned month = month_of(day);
    for (; months > 0; --months) {
        ++month;
        if (month == 13) {
            month = 1;
            ++year;
        }
    }
    Date found = date(year, month, 1);
    while (day_of_month(found) < day_of_month(day) && month_of(found + Days{1}) == month) found += Days{1};
    return found;
}

std::pair<Date, Date> slow_school_age(Date born)
{
    // The fifth birthday; for a child of 29 February it is 1 March.
    Date fifth = date(year_of(born) + 5, month_of(born), 1) + Days{static_cast<int>(day_of_month(born)) - 1};
    Date first = fifth;
    const auto is = [&](unsigned month, unsigned day) { return month_of(first) == month && day_of_month(first) == day; };
    while (!is(8, 31) && !is(12, 31) && !is(3, 31)) first += Days{1};
    Date last = date(year_of(born) + (month_of(born) >= 9 ? 17 : 16), 6, 30);
    while (weekday(last) != Weekday::friday) last -= Days{1};
    return {first, last};
}

bool is_of_slow_school_age(Date born, Date day)
{
    const auto [first, last] = slow_school_age(born);
    return day >= first && day <= last;
}

void sometimes(Chance& chance, Value::Record& given, std::string_view name, int in_hundred, Date from, int least, int most)
{
    if (chance.in_hundred(in_hundred)) given.emplace_back(name, from + Days{chance.between(least, most)});
}

void toss(Chance& chance, Value::Record& given, std::string_view name, int yes_in_hundred)
{
    if (chance.in_hundred(yes_in_hundred)) given.emplace_back(name, true);
    else if (chance.in_hundred(50)) given.emplace_back(name, false);
}

Value with_closure(Chance& chance, const Value& calendar)
{
    Value::Record changed = *calendar.record();
    const auto& terms = list_in(calendar, "terms");
    if (terms.empty()) return calendar;
    const auto& term = *terms[static_cast<std::size_t>(chance.between(0, static_cast<int>(terms.size()) - 1))].list();
    const Date closed = chance.day(*parse_iso_date(*term[0].text()), *parse_iso_date(*term[1].text()));
    for (auto& [name, value] : changed)
        if (name == "closures") {
            auto closures = *value.list();
            closures.emplace_back(closed);
            value = Value{std::move(closures)};
        }
    return changed;
}

}  // namespace waymark::slow
