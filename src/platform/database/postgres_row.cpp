// Reads and writes PostgreSQL's text format.
#include "platform/database/postgres_row.hpp"

#include <charconv>

#include "platform/database/row_text.hpp"

namespace waymark::postgres {
namespace {

std::string text_of(const Value& value)
{
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
    if (const auto* truth = std::get_if<bool>(&value)) return *truth ? "true" : "false";
    char digits[32];
    const auto end = std::to_chars(digits, digits + sizeof digits, std::get<double>(value)).ptr;
    return {digits, end};
}

template <class Number>
std::optional<Number> number_from(std::string_view text)
{
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

int nibble(char digit) { return digit <= '9' ? digit - '0' : digit - 'a' + 10; }

}  // namespace

Parameters::Parameters(std::span<const Binding* const> bindings)
{
    texts_.reserve(bindings.size());
    for (const Binding* binding : bindings) {
        const bool is_null = std::holds_alternative<std::monostate>(binding->value);
        texts_.push_back(is_null ? std::string{} : text_of(binding->value));
        values_.push_back(is_null ? nullptr : texts_.back().c_str());
        lengths_.push_back(static_cast<int>(texts_.back().size()));
        formats_.push_back(binding->is_blob ? 1 : 0);
    }
}

std::string_view PostgresRow::view(std::string_view column) const
{
    const int index = at(column);
    if (PQgetisnull(result_, row_, index)) unexpected_null(statement_, column);
    return {PQgetvalue(result_, row_, index), static_cast<std::size_t>(PQgetlength(result_, row_, index))};
}

std::int64_t PostgresRow::integer(std::string_view column) const
{
    const auto number = number_from<std::int64_t>(view(column));
    if (!number) wrong_type(statement_, column, "whole number");
    return *number;
}

double PostgresRow::real(std::string_view column) const
{
    const auto number = number_from<double>(view(column));
    if (!number) wrong_type(statement_, column, "number");
    return *number;
}

bool PostgresRow::boolean(std::string_view column) const
{
    const std::string_view text = view(column);
    if (text == "t" || text == "1") return true;
    if (text != "f" && text != "0") wrong_type(statement_, column, "truth value");
    return false;
}

std::string PostgresRow::blob(std::string_view column) const
{
    const std::string_view hexadecimal = view(column);
    if (!hexadecimal.starts_with("\\x")) wrong_type(statement_, column, "bytea");
    std::string bytes;
    bytes.reserve(hexadecimal.size() / 2);
    for (std::size_t index = 2; index + 1 < hexadecimal.size(); index += 2)
        bytes += static_cast<char>(nibble(hexadecimal[index]) << 4 | nibble(hexadecimal[index + 1]));
    return bytes;
}

int PostgresRow::at(std::string_view column) const
{
    const int index = columns_.find(column);
    if (index < 0) no_such_column(statement_, column);
    return index;
}

std::int64_t rows_changed(PGresult* result)
{
    const std::string_view status = PQcmdStatus(result);
    if (status.starts_with("SELECT")) return 0;
    return number_from<std::int64_t>(PQcmdTuples(result)).value_or(0);
}

}  // namespace waymark::postgres
