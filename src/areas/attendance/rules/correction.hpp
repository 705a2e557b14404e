// What a correction must say, and which codes it may give to a child who did or did not come.
#pragma once

#include <string>
#include <string_view>

#include "attendance/rules/mark.hpp"

namespace waymark::attendance {

/// Fields: `code`, `correction`.
/// Fails  `attendance.unknown_code`, `attendance.code_needs_presence`, `attendance.code_needs_absence`,
///        `attendance.correction_reason_missing`
/// Rule   R44: a child who did not come has an absence code, never K, B, D or a present mark
[[nodiscard]] Problems problems_with_correction(Arrival arrival, std::string_view code, std::string_view why, Date day);

}  // namespace waymark::attendance
