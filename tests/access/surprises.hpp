// Where the house answers otherwise than is expected of it.
#pragma once

#include <limits>
#include <string>
#include <vector>

#include "access/expected_access.hpp"

namespace waymark::testing {

/// Knocks at one door as everybody, for every child whom its address can name, and says in a sentence each what was not as expected:
/// who was let in or kept out, and a look that was not logged, or logged though nothing was seen.
/// most   stop after so many
[[nodiscard]] std::vector<std::string> surprises_at(const Route& route, const House& house, const TwoAuthorities& town, const ExpectedAccess& expected,
                                                    std::size_t most = std::numeric_limits<std::size_t>::max());

}  // namespace waymark::testing
