// Which numbers of a published table stay out of it, so that nobody can be made out in it.
//
// A table prints its counts and, where it has more than one row and more than one column, the totals of both and the grand total;
// with a single row or column only the total of that one. Numbers from 1 to law.small_number_below - 1 are left out, totals too;
// 0 is printed. Then more are left out until none of those left out can be reckoned from what is printed.
//
// When can one be reckoned? A reader knows all that is printed, that totals are sums, and that a number left out is at least 1,
// since every 0 is printed. A number left out is safe when some other table agrees with all of this and has another number there.
// Seen as a network (rows and columns are its points, each number left out is a line between its row and its column) another table
// is a way round: raising one number lowers the next along its row, which raises the next along that one's column, and so on until
// the way is back where it began. A count of 1 cannot be lowered. So each number left out needs a way round through itself.
#pragma once

#include <cstddef>
#include <vector>

#include "vocabulary/law.hpp"

namespace waymark {

/// Counts by row and column, every row of the same length. Expects no negative count.
struct CountTable {
    std::vector<std::vector<int>> counts;
};

/// A number left out. A row equal to the number of rows is the row of totals; so for columns.
struct LeftOut {
    std::size_t row = 0, column = 0;
    bool is_small = true;  // false: left out only so that others cannot be reckoned. Print no difference between the two
    bool operator==(const LeftOut&) const = default;
};

/// The numbers to leave out, in reading order with totals last in their row and column.
///
/// First all small ones. Then one more at a time, until none that is left out can be reckoned. Where one is alone in a row or a
/// column whose total is printed, along that row or column: for the first such in reading order, along the row when it is alone in
/// both. Where none is alone and one can be reckoned all the same, along the row of the first such, with nothing to find there
/// along its column, with nothing there either in the whole table. What is taken is the least number printed there that is not 0,
/// the first in reading order among equals.
/// Rule    R55
/// Source  Office for National Statistics, Disclosure control for tables about people
[[nodiscard]] std::vector<LeftOut> numbers_left_out(const CountTable& table, const Law& law);

}  // namespace waymark
