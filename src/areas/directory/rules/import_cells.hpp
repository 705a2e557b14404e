// The cells of an imported row: found by the name of their column, read as what belongs under it, refused in words otherwise.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "foundation/csv.hpp"
#include "foundation/date.hpp"
#include "foundation/result.hpp"

namespace waymark::directory {

/// Where a column stands in the file and what the file calls it; `at` is -1 when the file has no such column.
struct Column {
    int at = -1;
    std::string name;
    [[nodiscard]] bool exists() const { return at >= 0; }
};

/// The header of one file. Names are compared without case, blanks and punctuation: "Group Type (code)" is "group_type__code_".
class ColumnNames {
public:
    explicit ColumnNames(const std::vector<std::string>& header);
    /// The first of these names that the file has; without any, the first name, not there.
    [[nodiscard]] Column find(std::initializer_list<std::string_view> names) const;

private:
    const std::vector<std::string>& header_;
    std::unordered_map<std::string, int> places_;
};

/// Fails `import.columns_missing`, naming them. `what` completes "This is not …".
[[nodiscard]] Result<void> check_columns(const std::vector<Column>& needed, std::string_view what);

/// Reads one row and gathers all that is wrong with it, each problem under its column's name. Columns that the file does
/// not have read as empty, and so do "Not recorded", "Not applicable" and their like.
class CellReader {
public:
    /// A row with more or fewer fields than the header is wrong as a whole: nothing else of it is judged.
    explicit CellReader(const CsvRow& row);

    [[nodiscard]] std::string text(const Column& column) const;
    std::string required(const Column& column);
    /// Digits only, at least and at most so many of them.
    std::string digits(const Column& column, std::size_t least, std::size_t most, std::string_view what);
    std::optional<int> number(const Column& column, int most, std::string_view what);
    std::optional<double> decimal(const Column& column, double least, double most, std::string_view what);
    /// "31-12-2025" and "31/12/2025", as the registers write days.
    std::optional<Date> date(const Column& column);
    /// One spelling, "S1 2HH". What is no postcode at all (a date, a sentence) is refused; what only resembles one, such as
    /// "BFPO 57", stays as it is published.
    std::string postcode(const Column& column);

    void refuse(const Column& column, std::string message);
    [[nodiscard]] bool is_whole() const { return whole_; }
    [[nodiscard]] const Problems& problems() const { return problems_; }
    [[nodiscard]] Result<void> result() const { return problems_.as_result(); }

private:
    [[nodiscard]] std::string_view cell(const Column& column) const;
    void misplaced(const Column& column, std::string_view found, std::string_view what);

    const CsvRow& row_;
    Problems problems_;
    bool whole_ = true;
};

}  // namespace waymark::directory
