#include "slow_rules/slow_calendar.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace waymark::slow {
namespace {

int school_year_of(Date day) { return year_of(day) - (month_of(day) < 9 ? 1 : 0); }

/// Easter Sunday of 1900 to 2199: the Sunday after the paschal full moon, which the golden number gives.
Date easter(int year)
{
    // Days after 21 March of the full moon, for golden numbers 1 to 19 (Book of Common Prayer, table for 1900 to 2199).
    constexpr std::array moons{24, 13, 2, 21, 10, 28, 18, 7, 26, 15, 4, 23, 12, 1, 20, 9, 27, 17, 6};
    Date moon = date(year, 3, 21) + Days{moons[static_cast<std::size_t>(year % 19)]};
    do moon += Days{1};
    while (weekday(moon) != Weekday::sunday);
    return moon;
}

std::set<Date> holidays_of(int year)
{
    const auto monday = [](Date from, int step) {
        while (weekday(from) != Weekday::monday) from += Days{step};
        return from;
    };
    std::set<Date> days{easter(year) - Days{2}, easter(year) + Days{1}};
    days.insert(year == 2020 ? date(2020, 5, 8) : monday(date(year, 5, 1), 1));
    days.insert(year == 2002 ? date(2002, 6, 4) : year == 2012 ? date(2012, 6, 4) : year == 2022 ? date(2022, 6, 2) : monday(date(year, 5, 31), -1));
    days.insert(monday(date(year, 8, 31), -1));
    for (const Date proclaimed : {date(2002, 6, 3), date(2011, 4, 29), date(2012, 6, 5), date(2022, 6, 3), date(2022, 9, 19), date(2023, 5, 8)})
        if (year_of(proclaimed) == year) days.insert(proclaimed);
    for (Date moved : {date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)}) {
        while (is_weekend(moved) || days.contains(moved)) moved += Days{1};
        days.insert(moved);
    }
    return days;
}

}  // namespace

std::optional<Date> day_if_in(const Value& given, std::string_view name)
{
    const auto* found = given.find(name);
    if (!found) return std::nullopt;
    return parse_iso_date(*found->text()).value();
}

Date day_in(const Value& given, std::string_view name) { return day_if_in(given, name).value(); }

std::vector<Date> days_in(const Value& given, std::string_view name)
{
    std::vector<Date> days;
    for (const auto& one : list_in(given, name)) days.push_back(parse_iso_date(*one.text()).value());
    return days;
}

int whole_in(const Value& given, std::string_view name, int otherwise)
{
    const auto* found = given.find(name);
    return found ? static_cast<int>(*found->whole()) : otherwise;
}

int setting_in(const Value& given, std::string_view name, int otherwise)
{
    const auto* settings = given.find("settings");
    return settings ? whole_in(*settings, name, otherwise) : otherwise;
}

bool flag_in(const Value& given, std::string_view name)
{
    const auto* found = given.find(name);
    return found && *found->flag();
}

std::string text_in(const Value& given, std::string_view name)
{
    const auto* found = given.find(name);
    return found ? *found->text() : std::string{};
}

const Value::List& list_in(const Value& given, std::string_view name)
{
    static const Value::List none;
    const auto* found = given.find(name);
    return found ? *found->list() : none;
}

Value calendar_missing() { return Value::Record{{"error", "calendar.missing"}}; }

bool is_holiday(Date day)
{
    static std::map<int, std::set<Date>> years;
    auto found = years.find(year_of(day));
    if (found == years.end()) found = years.emplace(year_of(day), holidays_of(year_of(day))).first;
    return found->second.contains(day);
}

bool is_working(Date day) { return !is_weekend(day) && !is_holiday(day); }

SlowCalendar::SlowCalendar(const Value& given, std::string_view name)
{
    const auto* calendar = given.find(name);
    if (!calendar) return;
    for (const auto& term : list_in(*calendar, "terms"))
        terms_.emplace_back(parse_iso_date(*(*term.list())[0].text()).value(), parse_iso_date(*(*term.list())[1].text()).value());
    std::ranges::sort(terms_);
    for (const Date day : days_in(*calendar, "closures")) closed_.insert(day);
}

bool SlowCalendar::knows(Date day) const
{
    for (std::size_t at = 0; at < terms_.size(); ++at) {
        const auto& [from, to] = terms_[at];
        if (day >= from && day <= to) return true;
        if (at + 1 == terms_.size() || day < to || day >= terms_[at + 1].first) continue;
        const int gap = days_between(to, terms_[at + 1].first);
        return gap <= (school_year_of(to) == school_year_of(terms_[at + 1].first) ? 28 : 63);
    }
    return false;
}

bool SlowCalendar::meets(Date day) const
{
    if (!is_working(day) || closed_.contains(day)) return false;
    return std::ranges::any_of(terms_, [&](const auto& term) { return day >= term.first && day <= term.second; });
}

std::optional<Date> SlowCalendar::nth(Date from, int n) const
{
    for (Date day = from;; day += Days{1}) {
        if (!knows(day)) return std::nullopt;
        if (meets(day) && --n == 0) return day;
    }
}

std::optional<Date> SlowCalendar::after(Date day, int n) const
{
    while (n != 0) {
        day += Days{n > 0 ? 1 : -1};
        if (!knows(day)) return std::nullopt;
        if (meets(day)) n += n > 0 ? -1 : 1;
    }
    return day;
}

std::optional<int> SlowCalendar::between(Date from, Date to) const
{
    int count = 0;
    for (Date day = from; day <= to; day += Days{1}) {
        if (!knows(day)) return std::nullopt;
        if (meets(day)) ++count;
    }
    return count;
}

}  // namespace waymark::slow
