#include "law/rules/number_words.hpp"

#include <array>
#include <cctype>
#include <charconv>

#include <fmt/format.h>

#include "foundation/date.hpp"
#include "foundation/text.hpp"

namespace waymark::law {
namespace {

// Units that stand for something else than a count.
constexpr std::string_view clock_unit = "minutes after midnight", day_unit = "month and day", year_unit = "year group";
constexpr int some_leap_year = 2024;

std::string clock_words(int minutes)
{
    const int hour = minutes / 60;
    return fmt::format("{}:{:02}{}", hour % 12 == 0 ? 12 : hour % 12, minutes % 60, hour < 12 ? "am" : "pm");
}

std::string month_day_words(int value)
{
    const auto words = long_date(date(some_leap_year, static_cast<unsigned>(value / 100), static_cast<unsigned>(value % 100)));
    return words.substr(0, words.rfind(' '));
}

/// "school days" for one of them: "school day".
std::string unit_for(std::string unit, int value)
{
    if (value != 1) return unit;
    constexpr std::array<std::pair<std::string_view, std::string_view>, 10> ones{{{"days", "day"}, {"weeks", "week"}, {"months", "month"},
        {"years", "year"}, {"children", "child"}, {"sessions", "session"}, {"renewals", "renewal"}, {"placements", "placement"},
        {"miles", "mile"}, {"hours", "hour"}}};
    for (const auto& [many, one] : ones)
        if (const auto at = unit.find(many); at != std::string::npos) return unit.replace(at, many.size(), one);
    return unit;
}

std::string hours_words(int minutes, std::string_view unit)
{
    // "taught minutes a week" → "21 taught hours a week"
    const auto at = unit.find("minutes a week");
    const auto before = unit.substr(0, at);
    if (minutes % 60 == 0) return fmt::format("{} {}hours a week", with_commas(minutes / 60), before);
    return fmt::format("{} {}hours {} minutes a week", with_commas(minutes / 60), before, minutes % 60);
}

std::optional<int> whole_in(std::string_view text)
{
    int value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    return failed == std::errc{} && end == text.data() + text.size() ? std::optional{value} : std::nullopt;
}

/// "9:45", "9.45", "09:45am", "1:30pm"
std::optional<int> clock_in(std::string text)
{
    int noon = 0;
    if (text.ends_with("am") || text.ends_with("pm")) {
        noon = text.ends_with("pm") ? 12 * 60 : 0;
        text.resize(text.size() - 2);
        text = trimmed(text);
    }
    const auto mark = text.find_first_of(":.");
    if (mark == std::string::npos || text.size() != mark + 3) return std::nullopt;
    const auto hour = whole_in(std::string_view{text}.substr(0, mark)), minute = whole_in(std::string_view{text}.substr(mark + 1));
    if (!hour || !minute || *hour < 0 || *hour > 23 || *minute < 0 || *minute > 59 || (noon > 0 && *hour > 12)) return std::nullopt;
    return (noon > 0 && *hour < 12 ? noon : 0) + *hour * 60 + *minute;
}

}  // namespace

std::string number_name(const LawNumber& number)
{
    std::string words = words_of(number.name);
    constexpr std::array<std::pair<std::string_view, std::string_view>, 9> better{{{" minutes ks", ", key stage "}, {"Reporting minute", "Reporting time"},
        {"Ehc ", "EHC plan: "}, {"Pep ", "PEP "}, {"Lado ", "LADO "}, {" post16", ", post-16"}, {" neet", ", NEET"}, {" min", ", at least"}, {" max", ", at most"}}};
    for (const auto& [code, said] : better) {
        const auto at = words.find(code);
        const bool is_a_word = at != std::string::npos && (at + code.size() == words.size() || !std::isalpha(static_cast<unsigned char>(words[at + code.size()])) || code.back() == ' ');
        if (is_a_word) words.replace(at, code.size(), said);
    }
    return words;
}

std::string number_words(const LawNumber& number, int value)
{
    if (number.unit == clock_unit) return clock_words(value);
    if (number.unit == day_unit) return month_day_words(value);
    if (number.unit == year_unit) return fmt::format("year {}", value);
    if (number.unit.ends_with("minutes a week") && value % 30 == 0) return hours_words(value, number.unit);
    if (number.unit.starts_with("pounds ")) return "£" + with_commas(value) + number.unit.substr(std::string_view{"pounds"}.size());
    return with_commas(value) + " " + unit_for(number.unit, value);
}

std::string number_as_typed(const LawNumber& number, int value)
{
    if (number.unit == clock_unit) return fmt::format("{}:{:02}", value / 60, value % 60);
    if (number.unit == day_unit) return month_day_words(value);
    return std::to_string(value);
}

std::string how_to_type(const LawNumber& number)
{
    if (number.unit == clock_unit) return "A time of the day, for example 9:30";
    if (number.unit == day_unit) return "A day of the year, for example 31 January";
    if (number.unit == year_unit) return "A year group, for example 10";
    return "A whole number of " + number.unit;
}

std::optional<int> number_typed_in(const LawNumber& number, std::string_view typed)
{
    const auto text = trimmed(typed);
    if (number.unit == clock_unit) return clock_in(lower_ascii(text));
    if (number.unit == day_unit) {
        const auto day = parse_date(fmt::format("{} {}", text, some_leap_year));
        return day ? std::optional{static_cast<int>(month_of(*day) * 100 + day_of_month(*day))} : std::nullopt;
    }
    return whole_in(text);
}

}  // namespace waymark::law
