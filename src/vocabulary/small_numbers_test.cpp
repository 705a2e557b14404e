// R55: what stays out of a published table.
#include "vocabulary/small_numbers.hpp"

#include <algorithm>
#include <array>
#include <set>

#include <doctest/doctest.h>

namespace waymark {
namespace {

const Law& law = law_on(date(2026, 11, 23));

/// Every table that fits what is printed of a table of two rows and two columns: its numbers left out are 1 or more, its totals
/// sums. Tries all counts up to two above the greatest, one by one, and collects the values that each number left out takes.
std::vector<std::set<int>> values_that_fit(const std::vector<std::vector<int>>& counts, const std::vector<LeftOut>& out)
{
    using Printed = std::array<std::array<int, 3>, 3>;
    const auto with_totals = [](int a, int b, int c, int d) { return Printed{{{a, b, a + b}, {c, d, c + d}, {a + c, b + d, a + b + c + d}}}; };
    const Printed real = with_totals(counts[0][0], counts[0][1], counts[1][0], counts[1][1]);
    std::array<std::array<bool, 3>, 3> hidden{};
    for (const auto& one : out) hidden[one.row][one.column] = true;
    const int most = std::max({counts[0][0], counts[0][1], counts[1][0], counts[1][1]}) + 2;
    const auto from = [&](std::size_t row, std::size_t column) { return hidden[row][column] ? 1 : real[row][column]; };
    const auto to = [&](std::size_t row, std::size_t column) { return hidden[row][column] ? most : real[row][column]; };
    std::vector<std::set<int>> values(out.size());
    for (int a = from(0, 0); a <= to(0, 0); ++a)
        for (int b = from(0, 1); b <= to(0, 1); ++b)
            for (int c = from(1, 0); c <= to(1, 0); ++c)
                for (int d = from(1, 1); d <= to(1, 1); ++d) {
                    const Printed other = with_totals(a, b, c, d);
                    bool fits = true;
                    for (std::size_t row = 0; row < 3; ++row)
                        for (std::size_t column = 0; column < 3; ++column) fits = fits && (hidden[row][column] || other[row][column] == real[row][column]);
                    if (!fits) continue;
                    for (std::size_t at = 0; at < out.size(); ++at) values[at].insert(other[out[at].row][out[at].column]);
                }
    return values;
}

std::vector<LeftOut> left_out(std::vector<std::vector<int>> counts) { return numbers_left_out({std::move(counts)}, law); }

}  // namespace

TEST_CASE("numbers from 1 to 4 are left out of a published table; 0 and 5 are printed")
{
    CHECK(left_out({{0}}).empty());
    CHECK(left_out({{1}}) == std::vector<LeftOut>{{0, 0}});
    CHECK(left_out({{4}}) == std::vector<LeftOut>{{0, 0}});
    CHECK(left_out({{5}}).empty());
    CHECK(left_out({{0, 5}, {6, 7}}).empty());
}

TEST_CASE("one small number in a list would be the total less the others, so the least other one goes too")
{
    CHECK(left_out({{3, 20, 9}}) == std::vector<LeftOut>{{0, 0}, {0, 2, false}});
    CHECK(left_out({{3}, {20}, {9}}) == std::vector<LeftOut>{{0, 0}, {2, 0, false}});
}

TEST_CASE("two small numbers that can only both be 1 give each other away, so a third goes too")
{
    CHECK(left_out({{1, 1, 10}}) == std::vector<LeftOut>{{0, 0}, {0, 1}, {0, 2, false}});
    CHECK(left_out({{1, 2, 10}}) == std::vector<LeftOut>{{0, 0}, {0, 1}});
}

TEST_CASE("in a table with totals a small number takes three others with it, at the corners of a rectangle")
{
    CHECK(left_out({{3, 20, 30}, {40, 50, 60}, {70, 80, 90}}) ==
          std::vector<LeftOut>{{0, 0}, {0, 1, false}, {1, 0, false}, {1, 1, false}});
}

TEST_CASE("four small numbers at the corners of a rectangle need no other left out")
{
    CHECK(left_out({{3, 20, 2}, {40, 50, 60}, {2, 80, 4}}) == std::vector<LeftOut>{{0, 0}, {0, 2}, {2, 0}, {2, 2}});
}

TEST_CASE("a small total is left out as well")
{
    const auto out = left_out({{3, 0}, {40, 50}});
    CHECK(std::vector<LeftOut>(out.begin(), out.begin() + 2) == std::vector<LeftOut>{{0, 0}, {0, 2}});
    CHECK(out.size() == 4);
}

TEST_CASE("two rectangles of left-out numbers joined by one more give that one away: it needs a way round of its own")
{
    // Every row and column has two or more left out, and still the 4 in the middle is what the first three rows lack.
    const auto out = left_out({{2, 2, 90, 90}, {2, 2, 4, 90}, {90, 90, 2, 2}, {90, 90, 2, 2}});
    CHECK(out.size() > 9);
}

TEST_CASE("a table of nothing and a table where all is small can be published without numbers")
{
    CHECK(left_out({}).empty());
    CHECK(left_out({{0, 0}, {0, 0}}).empty());
    CHECK(left_out({{1, 0}, {0, 0}}).size() == 4);  // the count and all three totals it is in
}

TEST_CASE("whatever a small table holds, each number left out of it could be another one, as trying all tables shows")
{
    for (const int a : {0, 1, 2, 5, 7})
        for (const int b : {0, 1, 2, 5, 7})
            for (const int c : {0, 1, 2, 5, 7})
                for (const int d : {0, 1, 2, 5, 7}) {
                    const std::vector<std::vector<int>> counts{{a, b}, {c, d}};
                    CAPTURE(a);
                    CAPTURE(b);
                    CAPTURE(c);
                    CAPTURE(d);
                    for (const auto& values : values_that_fit(counts, left_out(counts))) REQUIRE(values.size() > 1);
                }
}

}  // namespace waymark
