// Somebody rang about a child who is not there: who was spoken to, how, and what came of it.
#pragma once

#include "attendance/store/absence.hpp"

namespace waymark::attendance {

/// Fails  `attendance.spoke_to_missing`, `attendance.future_day`
/// Rule   R34
[[nodiscard]] Result<void> record_contact(Context& context, const Contact& contact, Date day);

}  // namespace waymark::attendance
