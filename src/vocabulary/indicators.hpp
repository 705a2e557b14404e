// The arithmetic of the indicators: sums of counts, so that years and authorities compare. Whole numbers; rounding is half up, once.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "foundation/date.hpp"

namespace waymark {

/// How many in ten thousand, in tenths: 152 of 78,000 is 195, that is 19.5. Nothing where there is nobody.
/// Rule    R59
[[nodiscard]] std::optional<std::int64_t> per_ten_thousand_in_tenths(std::int64_t count, std::int64_t population);

/// The share in tenths of a per cent: 3 of 8 is 375. Nothing where there is nothing to share.
/// Rule    R59
[[nodiscard]] std::optional<std::int64_t> share_in_tenths(std::int64_t part, std::int64_t whole);

/// The middle of the numbers in halves: of 3, 4 and 10 it is 8, that is 4; of 3 and 4 it is 7, that is 3½. Nothing for none.
/// Rule    R59
[[nodiscard]] std::optional<int> median_in_halves(std::vector<int> numbers);

/// What one attended session cost, in pence. Nothing where none was attended.
/// Rule    R59
[[nodiscard]] std::optional<std::int64_t> pence_per_session(std::int64_t pence, std::int64_t sessions);

/// Whether a child came back to alternative provision: a placement began within twelve months of the end of an earlier one, that
/// day twelve months on included. One that began before the other ended is no return.
/// placements   one child's, in any order; without an end it still runs
/// Rule    R59
[[nodiscard]] bool returned_within_a_year(std::span<const DateRange> placements);

}  // namespace waymark
