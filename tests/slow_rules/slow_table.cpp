#include "slow_rules/slow_table.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace waymark::slow {
namespace {

/// A table with its totals as a map of numbers by (row, column); the last row and column are totals.
struct SlowTable {
    std::vector<std::string> rows, columns;
    std::map<std::pair<int, int>, int> numbers;
    std::map<std::pair<int, int>, bool> out;  // those left out; whether small

    [[nodiscard]] int height() const { return static_cast<int>(rows.size()); }
    [[nodiscard]] int width() const { return static_cast<int>(columns.size()); }
    [[nodiscard]] bool is_total(int row, int column) const { return (row == height()) != (column == width()); }
    [[nodiscard]] int alone_in(bool by_row, int at) const
    {
        return static_cast<int>(std::ranges::count_if(out, [&](const auto& one) { return (by_row ? one.first.first : one.first.second) == at; }));
    }
    void leave_out_least(auto&& where)
    {
        auto least = numbers.end();
        for (auto one = numbers.begin(); one != numbers.end(); ++one)
            if (one->second > 0 && !out.contains(one->first) && where(one->first) && (least == numbers.end() || one->second < least->second)) least = one;
        if (least != numbers.end()) out[least->first] = false;
    }
};

/// Whether another table agrees with what is printed and differs in this number: a change of one passed on from sum to sum must come
/// back to where it began. All sums that a change can be passed on to are found by closing the relation over all of them.
bool slow_can_differ(const SlowTable& table, std::pair<int, int> number)
{
    const bool sums_rows = table.width() > 1, sums_columns = table.height() > 1;
    const auto row_sum = [&](std::pair<int, int> at) { return static_cast<std::size_t>(sums_rows ? at.first : 0); };
    const auto column_sum = [&](std::pair<int, int> at) { return static_cast<std::size_t>(8 + (sums_columns ? at.second : 0)); };
    const auto can_change = [&](std::pair<int, int> at, bool up) { return table.is_total(at.first, at.second) == up ? table.numbers.at(at) > 1 : true; };
    std::array<unsigned, 16> passes{};
    for (std::size_t at = 0; at < passes.size(); ++at) passes[at] = 1U << at;
    for (const auto& [at, small] : table.out) {
        if (at == number) continue;
        if (can_change(at, true)) passes[row_sum(at)] |= 1U << column_sum(at);
        if (can_change(at, false)) passes[column_sum(at)] |= 1U << row_sum(at);
    }
    for (std::size_t over = 0; over < passes.size(); ++over)
        for (auto& reached : passes)
            if ((reached >> over & 1U) != 0) reached |= passes[over];
    return (can_change(number, true) && (passes[column_sum(number)] >> row_sum(number) & 1U) != 0) ||
           (can_change(number, false) && (passes[row_sum(number)] >> column_sum(number) & 1U) != 0);
}

}  // namespace

Value::Record case_numbers_left_out(Chance& chance)
{
    constexpr std::array<const char*, 4> schools{"Northgate", "Southfield", "Westbrook", "Eastmoor"}, years{"Year 8", "Year 9", "Year 10", "Year 11"};
    const int rows = chance.between(1, 4), columns = chance.between(1, 4), most = chance.in_hundred(50) ? 8 : 40;
    Value::List cells;
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column)
            if (chance.in_hundred(95))
                cells.emplace_back(Value::Record{{"row", schools[static_cast<std::size_t>(row)]}, {"column", years[static_cast<std::size_t>(column)]},
                                                 {"count", chance.in_hundred(20) ? chance.between(0, 2) : chance.between(0, most)}});
    if (chance.in_hundred(30) && cells.size() > 1) std::swap(cells.front(), cells.back());
    if (chance.in_hundred(2) && !cells.empty()) cells.push_back(cells.front());
    Value::Record given{{"day", date(2026, 11, 23)}, {"cells", std::move(cells)}};
    if (chance.in_hundred(20)) given.emplace_back("settings", Value::Record{{"small_number_below", chance.between(0, 11)}});
    return given;
}

Value slow_numbers_left_out(const Value& given)
{
    SlowTable table;
    const auto place = [](std::vector<std::string>& names, const std::string& name) {
        for (std::size_t at = 0; at < names.size(); ++at)
            if (names[at] == name) return static_cast<int>(at);
        names.push_back(name);
        return static_cast<int>(names.size()) - 1;
    };
    for (const auto& cell : list_in(given, "cells")) {
        const std::pair at{place(table.rows, text_in(cell, "row")), place(table.columns, text_in(cell, "column"))};
        if (!table.numbers.emplace(at, whole_in(cell, "count")).second) return Value::Record{{"error", "rule.input_wrong"}};
    }
    const auto counts = table.numbers;
    for (int row = 0; row < table.height(); ++row)
        for (int column = 0; column < table.width(); ++column) table.numbers.emplace(std::pair{row, column}, 0);
    for (const auto& [at, count] : counts) {
        if (table.width() > 1) table.numbers[{at.first, table.width()}] += count;
        if (table.height() > 1) table.numbers[{table.height(), at.second}] += count;
        if (table.width() > 1 && table.height() > 1) table.numbers[{table.height(), table.width()}] += count;
    }
    const int below = setting_in(given, "small_number_below", 5);
    for (const auto& [at, number] : table.numbers)
        if (number >= 1 && number < below) table.out[at] = true;
    for (bool again = true; again && (table.width() > 1 || table.height() > 1);) {
        again = false;
        const auto same_row = [&](auto at) { return [&table, at](auto other) { return table.width() > 1 && other.first == at.first; }; };
        const auto same_column = [&](auto at) { return [&table, at](auto other) { return table.height() > 1 && other.second == at.second; }; };
        for (const auto& [at, small] : table.out) {
            const bool by_row = table.width() > 1 && table.alone_in(true, at.first) == 1;
            const bool by_column = table.height() > 1 && table.alone_in(false, at.second) == 1;
            if (!by_row && !by_column) continue;
            if (by_row) table.leave_out_least(same_row(at));
            else table.leave_out_least(same_column(at));
            again = true;
            break;
        }
        if (again) continue;
        for (const auto& [at, small] : table.out) {
            if (slow_can_differ(table, at)) continue;
            const auto before = table.out.size();
            table.leave_out_least(same_row(at));
            if (table.out.size() == before) table.leave_out_least(same_column(at));
            if (table.out.size() == before) table.leave_out_least([](auto) { return true; });
            again = true;
            break;
        }
    }
    Value::List left_out;
    for (const auto& [at, small] : table.out)
        left_out.emplace_back(Value::Record{{"row", at.first < table.height() ? table.rows[static_cast<std::size_t>(at.first)] : "total"},
                                            {"column", at.second < table.width() ? table.columns[static_cast<std::size_t>(at.second)] : "total"},
                                            {"is_small", small}});
    return Value::Record{{"left_out", std::move(left_out)}};
}

}  // namespace waymark::slow
