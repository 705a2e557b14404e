// Reading what somebody typed. Messages follow GOV.UK: what to do, without blame.
#include "foundation/form.hpp"

#include <algorithm>
#include <charconv>

#include "foundation/text.hpp"

namespace waymark {
namespace {

std::size_t character_count(std::string_view text)
{
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char byte) { return (byte & 0xC0) != 0x80; }));
}

/// Browsers send line ends of a text area as CR LF; we keep LF.
std::string with_plain_line_ends(std::string_view text)
{
    std::string plain{text};
    std::erase(plain, '\r');
    return plain;
}

std::string with_capital(std::string_view text)
{
    std::string words{text};
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - ('a' - 'A'));
    return words;
}

struct TypedDate {
    std::string day, month, year;  // three boxes; or all of it in `day`
    bool one_box = false;

    [[nodiscard]] bool empty() const { return day.empty() && month.empty() && year.empty(); }
    [[nodiscard]] std::string text() const { return one_box ? day : day + " " + month + " " + year; }
    /// The boxes left empty while others are filled.
    [[nodiscard]] std::vector<std::string> missing() const
    {
        std::vector<std::string> names;
        if (one_box) return names;
        if (day.empty()) names.emplace_back("a day");
        if (month.empty()) names.emplace_back("a month");
        if (year.empty()) names.emplace_back("a year");
        return names;
    }
};

TypedDate typed_date(const Form& form, std::string_view field)
{
    const std::string name{field};
    const auto box = [&](const std::string& part) { return std::string{trimmed(form.value(name + part))}; };
    if (const auto whole = box(""); !whole.empty()) return {.day = whole, .one_box = true};
    return {.day = box("-day"), .month = box("-month"), .year = box("-year")};
}

std::optional<int> number_typed(std::string_view text)
{
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

}  // namespace

std::string_view Form::value(std::string_view name) const
{
    const auto found = std::ranges::find(values, name, &std::pair<std::string, std::string>::first);
    return found == values.end() ? std::string_view{} : std::string_view{found->second};
}

std::vector<std::string> Form::all(std::string_view name) const
{
    std::vector<std::string> found;
    for (const auto& [key, text] : values)
        if (key == name) found.push_back(text);
    return found;
}

bool Form::sent(std::string_view name) const
{
    return std::ranges::any_of(values, [&](const auto& pair) { return pair.first == name; });
}

const UploadedFile* Form::file(std::string_view field) const
{
    const auto found = std::ranges::find(files, field, &UploadedFile::field);
    return found == files.end() ? nullptr : &*found;
}

Form Form::with(Problems found) const
{
    Form form = *this;
    form.problems = std::move(found);
    return form;
}

Form& Form::set(std::string name, std::string value)
{
    const auto found = std::ranges::find(values, name, &std::pair<std::string, std::string>::first);
    if (found == values.end()) values.emplace_back(std::move(name), std::move(value));
    else found->second = std::move(value);
    return *this;
}

std::string FormReader::text(std::string_view field, std::string_view message, std::size_t characters_max)
{
    std::string typed = with_plain_line_ends(trimmed(form_.value(field)));
    if (typed.empty() || character_count(typed) > characters_max) problem(field, message);
    return typed;
}

std::string FormReader::text_if_any(std::string_view field, std::size_t characters_max)
{
    std::string typed = with_plain_line_ends(trimmed(form_.value(field)));
    if (character_count(typed) > characters_max)
        problem(field, "Use " + with_commas(static_cast<long long>(characters_max)) + " characters or fewer.");
    return typed;
}

Date FormReader::date(std::string_view field, std::string_view what)
{
    const auto before = problems_.size();
    const auto day = date_if_any(field, what);
    if (!day && problems_.size() == before) problem(field, "Enter " + std::string{what} + ".");
    return day.value_or(Date{});
}

std::optional<Date> FormReader::date_if_any(std::string_view field, std::string_view what)
{
    const TypedDate typed = typed_date(form_, field);
    if (typed.empty()) return std::nullopt;
    if (const auto missing = typed.missing(); !missing.empty()) {
        problem(field, with_capital(what) + " must include " + listed(missing) + ".");
        return std::nullopt;
    }
    const auto day = parse_date(typed.text());
    if (!day) {
        problem(field, with_capital(what) + " must be a real date.");
        return std::nullopt;
    }
    return *day;
}

int FormReader::whole_number(std::string_view field, std::string_view message, int least, int most)
{
    const auto number = number_typed(trimmed(form_.value(field)));
    if (number && *number >= least && *number <= most) return *number;
    problem(field, message);
    return least;
}

std::optional<int> FormReader::whole_number_if_any(std::string_view field, std::string_view message, int least, int most)
{
    if (trimmed(form_.value(field)).empty()) return std::nullopt;
    return whole_number(field, message, least, most);
}

std::optional<double> FormReader::decimal_if_any(std::string_view field, std::string_view message)
{
    const auto typed = trimmed(form_.value(field));
    if (typed.empty()) return std::nullopt;
    double number = 0;
    const auto [end, failed] = std::from_chars(typed.data(), typed.data() + typed.size(), number, std::chars_format::fixed);
    if (failed == std::errc{} && end == typed.data() + typed.size()) return number;
    problem(field, message);
    return std::nullopt;
}

Money FormReader::money(std::string_view field, std::string_view message)
{
    if (const auto amount = parse_money(form_.value(field))) return *amount;
    problem(field, message);
    return {};
}

int FormReader::seen_version()
{
    const auto version = number_typed(form_.value("version"));
    if (!version) problem("version", "Open this page again, then repeat your change.");
    return version.value_or(0);
}

void FormReader::problem(std::string_view field, std::string_view message)
{
    problems_.add_invalid("form." + std::string{field}, std::string{message}, std::string{field});
}

}  // namespace waymark
