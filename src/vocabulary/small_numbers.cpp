#include "vocabulary/small_numbers.hpp"

#include <algorithm>
#include <optional>

#include "foundation/result.hpp"

namespace waymark {
namespace {

/// One printed or left-out number, with the sum it belongs to along its row and along its column.
struct Number {
    std::size_t row = 0, column = 0;
    int value = 0;
    bool is_total = false;   // has a minus in both its sums: counts less their total are 0. The grand total has a plus again
    bool is_small = false, is_left_out = false;
    bool is_safe = false;    // found to have a way round; leaving out more takes none away
};

/// The table as it is printed, totals included.
class PrintedTable {
public:
    explicit PrintedTable(const CountTable& table);

    void leave_out_small(int below);
    /// Leaves out one more number where one left out can be reckoned; false when none can.
    [[nodiscard]] bool leave_out_more();
    [[nodiscard]] std::vector<LeftOut> left_out() const;

private:
    void add(std::size_t row, std::size_t column, int value, bool is_total);
    /// The points of the network: rows first. What adds up to no printed total is one point for all, where any sum will do.
    [[nodiscard]] std::size_t row_point(const Number& number) const { return sums_rows_ ? number.row : 0; }
    [[nodiscard]] std::size_t column_point(const Number& number) const { return rows_ + 1 + (sums_columns_ ? number.column : 0); }
    [[nodiscard]] bool can_be_reckoned(const Number& number) const;
    [[nodiscard]] bool has_way(std::size_t from, std::size_t to, const Number& without) const;
    [[nodiscard]] bool is_alone(auto&& line) const;
    [[nodiscard]] Number* least_printed(auto&& where);
    /// What is summed with a number: nothing where that sum is not printed, for then it gives nothing away.
    [[nodiscard]] auto row_of(const Number& number) const
    {
        return [sums = sums_rows_, row = number.row](const Number& other) { return sums && other.row == row; };
    }
    [[nodiscard]] auto column_of(const Number& number) const
    {
        return [sums = sums_columns_, column = number.column](const Number& other) { return sums && other.column == column; };
    }

    std::vector<Number> numbers_;  // in reading order
    std::size_t rows_ = 0, columns_ = 0;
    bool sums_rows_ = false, sums_columns_ = false;
};

PrintedTable::PrintedTable(const CountTable& table)
    : rows_{table.counts.size()}, columns_{table.counts.empty() ? 0 : table.counts.front().size()}, sums_rows_{columns_ > 1},
      sums_columns_{rows_ > 1}
{
    std::vector<int> column_totals(columns_, 0);
    int grand_total = 0;
    for (std::size_t row = 0; row < rows_; ++row) {
        expects(table.counts[row].size() == columns_);
        int row_total = 0;
        for (std::size_t column = 0; column < columns_; ++column) {
            const int count = table.counts[row][column];
            expects(count >= 0);
            add(row, column, count, false);
            row_total += count;
            column_totals[column] += count;
        }
        grand_total += row_total;
        if (sums_rows_) add(row, columns_, row_total, true);
    }
    if (!sums_columns_) return;
    for (std::size_t column = 0; column < columns_; ++column) add(rows_, column, column_totals[column], true);
    if (sums_rows_) add(rows_, columns_, grand_total, false);
}

void PrintedTable::add(std::size_t row, std::size_t column, int value, bool is_total)
{
    numbers_.push_back({.row = row, .column = column, .value = value, .is_total = is_total});
}

void PrintedTable::leave_out_small(int below)
{
    for (auto& number : numbers_) number.is_small = number.is_left_out = number.value > 0 && number.value < below;
}

bool PrintedTable::leave_out_more()
{
    Number* more = nullptr;
    for (auto& number : numbers_) {
        if (!number.is_left_out) continue;
        if (is_alone(row_of(number))) more = least_printed(row_of(number));
        else if (is_alone(column_of(number))) more = least_printed(column_of(number));
        else continue;
        expects(more != nullptr);  // a number that is not 0 has a total that is not 0
        more->is_left_out = true;
        return true;
    }
    const auto found = std::ranges::find_if(numbers_, [&](Number& number) {
        if (!number.is_left_out || number.is_safe) return false;
        number.is_safe = !can_be_reckoned(number);
        return !number.is_safe;
    });
    if (found == numbers_.end()) return false;
    more = least_printed(row_of(*found));
    if (!more) more = least_printed(column_of(*found));
    if (!more) more = least_printed([](const Number&) { return true; });
    expects(more != nullptr);  // with every number but 0 left out, all of them may be one higher
    more->is_left_out = true;
    return true;
}

/// Whether just one number is left out of a line, so that it is what the others lack.
bool PrintedTable::is_alone(auto&& line) const
{
    return std::ranges::count_if(numbers_, [&](const Number& other) { return other.is_left_out && line(other); }) == 1;
}

Number* PrintedTable::least_printed(auto&& where)
{
    Number* least = nullptr;
    for (auto& number : numbers_)
        if (!number.is_left_out && number.value > 0 && where(number) && (!least || number.value < least->value)) least = &number;
    return least;
}

bool PrintedTable::can_be_reckoned(const Number& number) const
{
    if (!sums_rows_ && !sums_columns_) return false;
    const bool can_fall = number.value > 1;
    const bool can_gain = !number.is_total || can_fall;   // its signed value can go up
    const bool can_lose = number.is_total || can_fall;
    return !(can_gain && has_way(column_point(number), row_point(number), number)) &&
           !(can_lose && has_way(row_point(number), column_point(number), number));
}

/// From a row to a column a number's signed value goes up, from a column to a row it goes down.
bool PrintedTable::has_way(std::size_t from, std::size_t to, const Number& without) const
{
    std::vector<bool> reached(rows_ + columns_ + 2, false);
    std::vector<std::size_t> next{from};
    reached[from] = true;
    while (!next.empty()) {
        const std::size_t point = next.back();
        next.pop_back();
        if (point == to) return true;
        for (const auto& number : numbers_) {
            if (!number.is_left_out || &number == &without) continue;
            const bool can_fall = number.value > 1;
            std::optional<std::size_t> there;
            if (row_point(number) == point && (!number.is_total || can_fall)) there = column_point(number);
            else if (column_point(number) == point && (number.is_total || can_fall)) there = row_point(number);
            if (!there || reached[*there]) continue;
            reached[*there] = true;
            next.push_back(*there);
        }
    }
    return false;
}

std::vector<LeftOut> PrintedTable::left_out() const
{
    std::vector<LeftOut> out;
    for (const auto& number : numbers_)
        if (number.is_left_out) out.push_back({.row = number.row, .column = number.column, .is_small = number.is_small});
    return out;
}

}  // namespace

std::vector<LeftOut> numbers_left_out(const CountTable& table, const Law& law)
{
    PrintedTable printed{table};
    printed.leave_out_small(law.small_number_below);
    while (printed.leave_out_more()) {}
    return printed.left_out();
}

}  // namespace waymark
