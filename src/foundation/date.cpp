// Reading and writing calendar days as people and machines write them.
#include "foundation/date.hpp"

#include <array>
#include <cctype>
#include <charconv>
#include <vector>

#include <fmt/format.h>

#include "foundation/text.hpp"

namespace waymark {
namespace {

constexpr std::array<std::string_view, 12> month_names{"January", "February", "March",     "April",   "May",      "June",
                                                       "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<std::string_view, 7> weekday_names{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                        "Friday", "Saturday", "Sunday"};

std::unexpected<Problems> not_a_date()
{
    return invalid("date.invalid", "Enter a real date, for example 23 11 2026.");
}

std::chrono::year_month_day parts_of(Date day) { return std::chrono::year_month_day{day}; }

std::string_view month_name(Date day) { return month_names[month_of(day) - 1]; }

/// A number made of digits alone, at least and at most so many of them.
std::optional<unsigned> number_of_digits(std::string_view text, std::size_t least, std::size_t most)
{
    if (text.size() < least || text.size() > most) return std::nullopt;
    unsigned number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

/// The month that a number, a name or its first three letters stand for; 0 when none.
unsigned month_typed(std::string_view text)
{
    if (const auto number = number_of_digits(text, 1, 2)) return *number;
    const std::string typed = lower_ascii(text);
    for (unsigned month = 0; month < month_names.size(); ++month) {
        const std::string name = lower_ascii(month_names[month]);
        if (typed == name || typed == name.substr(0, 3) || (typed == "sept" && month == 8)) return month + 1;
    }
    return 0;
}

Result<Date> real_day(unsigned year, unsigned month, unsigned day)
{
    const std::chrono::year_month_day typed{std::chrono::year{static_cast<int>(year)}, std::chrono::month{month},
                                            std::chrono::day{day}};
    if (!typed.ok()) return not_a_date();
    return Date{typed};
}

/// Text cut at spaces, slashes, dots and hyphens.
std::vector<std::string> date_words(std::string_view text)
{
    std::vector<std::string> words;
    bool inside = false;
    for (const char letter : text) {
        if (letter == ' ' || letter == '/' || letter == '-' || letter == '.' || letter == ',') {
            inside = false;
            continue;
        }
        if (!inside) words.emplace_back();
        inside = true;
        words.back() += letter;
    }
    return words;
}

}  // namespace

Date date(int year, unsigned month, unsigned day)
{
    const std::chrono::year_month_day given{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
    expects(given.ok());
    return Date{given};
}

Result<Date> parse_iso_date(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return not_a_date();
    const auto year = number_of_digits(text.substr(0, 4), 4, 4), month = number_of_digits(text.substr(5, 2), 2, 2), day = number_of_digits(text.substr(8), 2, 2);
    if (!year || !month || !day) return not_a_date();
    return real_day(*year, *month, *day);
}

Result<Date> parse_date(std::string_view text)
{
    const std::string_view typed = trimmed(text);
    if (const auto machine = parse_iso_date(typed)) return machine;
    const auto words = date_words(typed);
    if (words.size() != 3) return not_a_date();
    const auto day = number_of_digits(words[0], 1, 2), year = number_of_digits(words[2], 4, 4);
    if (!day || !year) return not_a_date();
    return real_day(*year, month_typed(words[1]), *day);
}

std::string iso(Date day) { return fmt::format("{:04}-{:02}-{:02}", year_of(day), month_of(day), day_of_month(day)); }

std::string long_date(Date day) { return fmt::format("{} {} {}", day_of_month(day), month_name(day), year_of(day)); }

std::string short_date(Date day)
{
    return fmt::format("{} {} {}", day_of_month(day), month_name(day).substr(0, 3), year_of(day));
}

std::string weekday_date(Date day) { return weekday_name(weekday(day)) + " " + long_date(day); }

std::string date_range(Date from, Date to)
{
    if (from == to) return long_date(from);
    if (year_of(from) != year_of(to)) return long_date(from) + " to " + long_date(to);
    if (month_of(from) != month_of(to))
        return fmt::format("{} {} to {}", day_of_month(from), month_name(from), long_date(to));
    return fmt::format("{} to {}", day_of_month(from), long_date(to));
}

Weekday weekday(Date day) { return static_cast<Weekday>(std::chrono::weekday{day}.iso_encoding() - 1); }

bool is_weekend(Date day) { return weekday(day) >= Weekday::saturday; }

std::string weekday_name(Weekday day) { return std::string{weekday_names[static_cast<std::size_t>(day)]}; }

int year_of(Date day) { return static_cast<int>(parts_of(day).year()); }
unsigned month_of(Date day) { return static_cast<unsigned>(parts_of(day).month()); }
unsigned day_of_month(Date day) { return static_cast<unsigned>(parts_of(day).day()); }

int whole_years_between(Date from, Date to)
{
    const auto start = parts_of(from), end = parts_of(to);
    const bool birthday_reached =
        std::chrono::month_day{end.month(), end.day()} >= std::chrono::month_day{start.month(), start.day()};
    return static_cast<int>(end.year()) - static_cast<int>(start.year()) - (birthday_reached ? 0 : 1);
}

}  // namespace waymark
