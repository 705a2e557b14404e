// The rule of each year, then what was proclaimed for it.
#include "vocabulary/bank_holidays.hpp"

#include <algorithm>
#include <cstdlib>

#include "vocabulary/reference.hpp"

namespace waymark {
namespace {

struct Proclamation {
    Date day;
    bool added = true;
};

const std::vector<Proclamation>& proclamations()
{
    static const std::vector<Proclamation> all = [] {
        std::vector<Proclamation> read;
        for (const auto& row : reference_rows("bank_holidays"))
            read.push_back({.day = row.date("day"), .added = row.text("change") == "added"});
        return read;
    }();
    return all;
}

Date first_monday(int year, unsigned month)
{
    Date day = date(year, month, 1);
    while (weekday(day) != Weekday::monday) day += Days{1};
    return day;
}

Date last_monday(int year, unsigned month)
{
    Date day = date(year, month, 31);
    while (weekday(day) != Weekday::monday) day -= Days{1};
    return day;
}

std::vector<Date> reckoned(int year)
{
    const Date easter = easter_sunday(year);
    std::vector<Date> days{easter - Days{2}, easter + Days{1}, first_monday(year, 5), last_monday(year, 5), last_monday(year, 8)};
    for (Date day : {date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)}) {
        while (is_weekend(day) || std::ranges::find(days, day) != days.end()) day += Days{1};
        days.push_back(day);
    }
    for (const auto& [day, added] : proclamations()) {
        if (year_of(day) != year) continue;
        std::erase(days, day);
        if (added) days.push_back(day);
    }
    std::ranges::sort(days);
    return days;
}

/// The years that children, schools and contracts of today can touch, reckoned once.
constexpr int first_kept_year = 1972, last_kept_year = 2100;

const std::vector<Date>* kept_days(int year)
{
    static const std::vector<std::vector<Date>> years = [] {
        std::vector<std::vector<Date>> all;
        for (int one = first_kept_year; one <= last_kept_year; ++one) all.push_back(reckoned(one));
        return all;
    }();
    return year < first_kept_year || year > last_kept_year ? nullptr : &years[static_cast<std::size_t>(year - first_kept_year)];
}

}  // namespace

Date easter_sunday(int year)
{
    // The names are those of the published algorithm, so that the two can be read side by side.
    const int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
    const int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 22 * l) / 451, n = h + l - 7 * m + 114;
    return date(year, static_cast<unsigned>(n / 31), static_cast<unsigned>(n % 31 + 1));
}

std::vector<Date> bank_holidays(int year)
{
    const auto* days = kept_days(year);
    return days ? *days : reckoned(year);
}

bool is_bank_holiday(Date day)
{
    const int year = year_of(day);
    if (const auto* days = kept_days(year)) return std::ranges::find(*days, day) != days->end();
    return std::ranges::any_of(reckoned(year), [&](Date holiday) { return holiday == day; });
}

bool is_working_day(Date day) { return !is_weekend(day) && !is_bank_holiday(day); }

Date add_working_days(Date day, int working_days)
{
    const Days step{working_days < 0 ? -1 : 1};
    for (int left = std::abs(working_days); left > 0;) {
        day += step;
        if (is_working_day(day)) --left;
    }
    return day;
}

int working_days_between(Date from, Date to)
{
    int count = 0;
    for (Date day = from; day <= to; day += Days{1})
        if (is_working_day(day)) ++count;
    return count;
}

}  // namespace waymark
