// Cells by column name, and the words for those that hold something else than their column says.
#include "directory/rules/import_cells.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "foundation/text.hpp"
#include "vocabulary/postcode.hpp"

namespace waymark::directory {
namespace {

bool is_letter_or_digit(char letter)
{
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9');
}

bool all_digits(std::string_view text) { return text.find_first_not_of("0123456789") == std::string_view::npos; }

std::string folded_name(std::string_view name)
{
    std::string folded = lower_ascii(name);
    std::erase_if(folded, [](char letter) { return !is_letter_or_digit(letter); });
    return folded;
}

bool means_nothing(std::string_view text)
{
    if (!text.starts_with('N')) return false;
    return text == "Not recorded" || text == "Not applicable" || text == "Not-applicable" || text == "Not Applicable" || text == "NULL" || text == "NA";
}

/// Enough of a wrong cell to recognise it by.
std::string quoted(std::string_view text)
{
    constexpr std::size_t enough = 40;
    if (text.size() <= enough) return "“" + std::string{text} + "”";
    std::size_t end = enough;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;  // not inside a letter
    return "“" + std::string{text.substr(0, end)} + "…”";
}

}  // namespace

ColumnNames::ColumnNames(const std::vector<std::string>& header) : header_{header}
{
    for (std::size_t index = 0; index < header.size(); ++index) places_.emplace(folded_name(header[index]), static_cast<int>(index));
}

Column ColumnNames::find(std::initializer_list<std::string_view> names) const
{
    for (const auto name : names)
        if (const auto found = places_.find(folded_name(name)); found != places_.end())
            return {found->second, header_[static_cast<std::size_t>(found->second)]};
    return {-1, std::string{*names.begin()}};
}

Result<void> check_columns(const std::vector<Column>& needed, std::string_view what)
{
    std::vector<std::string> missing;
    for (const auto& column : needed)
        if (!column.exists()) missing.push_back("“" + column.name + "”");
    if (missing.empty()) return {};
    return refused("import.columns_missing", "This is not " + std::string{what} + ": the file has no column " + listed(missing, "or") +
                                                 ". Choose the file as it was published, with its header row.");
}

CellReader::CellReader(const CsvRow& row) : row_{row}, whole_{row.fields.size() == row.header->size()}
{
    if (!whole_)
        problems_.add("import.row_shifted", "The row has " + counted(static_cast<long long>(row.fields.size()), "field") + " and the header has " +
                                                with_commas(static_cast<long long>(row.header->size())) +
                                                ", so what stands under a column may belong to another.");
}

std::string_view CellReader::cell(const Column& column) const
{
    if (!column.exists() || !whole_) return {};
    const std::string_view text = row_.fields[static_cast<std::size_t>(column.at)];
    return means_nothing(text) ? std::string_view{} : text;
}

std::string CellReader::text(const Column& column) const { return std::string{cell(column)}; }

std::string CellReader::required(const Column& column)
{
    auto found = text(column);
    if (found.empty() && whole_) refuse(column, fmt::format("“{}” is empty, and the row cannot be taken without it.", column.name));
    return found;
}

std::string CellReader::digits(const Column& column, std::size_t least, std::size_t most, std::string_view what)
{
    const auto found = cell(column);
    if (!found.empty() && (!all_digits(found) || found.size() < least || found.size() > most)) misplaced(column, found, what);
    return std::string{found};
}

std::optional<int> CellReader::number(const Column& column, int most, std::string_view what)
{
    const auto found = cell(column);
    if (found.empty()) return std::nullopt;
    int number = 0;
    const auto [end, error] = std::from_chars(found.data(), found.data() + found.size(), number);
    if (error == std::errc{} && end == found.data() + found.size() && number >= 0 && number <= most) return number;
    misplaced(column, found, what);
    return std::nullopt;
}

std::optional<double> CellReader::decimal(const Column& column, double least, double most, std::string_view what)
{
    const auto found = cell(column);
    if (found.empty()) return std::nullopt;
    double number = 0;
    const auto [end, error] = std::from_chars(found.data(), found.data() + found.size(), number);
    if (error == std::errc{} && end == found.data() + found.size() && std::isfinite(number) && number >= least && number <= most) return number;
    misplaced(column, found, what);
    return std::nullopt;
}

std::optional<Date> CellReader::date(const Column& column)
{
    const auto found = cell(column);
    if (found.empty()) return std::nullopt;
    if (const auto day = parse_date(found)) return *day;
    misplaced(column, found, "a day such as 31-12-2025");
    return std::nullopt;
}

std::string CellReader::postcode(const Column& column)
{
    const auto found = cell(column);
    if (found.empty()) return {};
    if (const auto postcode = Postcode::parse(found)) return postcode->text();
    const bool resembles = found.size() <= 9 && std::ranges::all_of(found, [](char letter) { return is_letter_or_digit(letter) || letter == ' '; }) &&
                           std::ranges::any_of(found, [](char letter) { return letter >= '0' && letter <= '9'; }) &&
                           std::ranges::any_of(found, [](char letter) { return letter >= 'A' && letter <= 'Z'; });
    if (resembles) return std::string{found};
    misplaced(column, found, "a postcode");
    return {};
}

void CellReader::refuse(const Column& column, std::string message) { problems_.add("import.cell", std::move(message), column.name); }

void CellReader::misplaced(const Column& column, std::string_view found, std::string_view what)
{
    refuse(column, quoted(found) + " stands under " + column.name + ", where " + std::string{what} + " belongs. Are the row’s fields shifted?");
}

}  // namespace waymark::directory
