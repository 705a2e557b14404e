// Opens a register: who is expected, what is marked, and a look at each child's record kept in the view log.
#pragma once

#include <vector>

#include "attendance/store/registers.hpp"
#include "platform/context.hpp"

namespace waymark::attendance {

/// The rows of the asker's own setting for that session. A register shows who was where and why not, so opening one is a look
/// at the record of every child on it.
/// Rule       invariant 7
[[nodiscard]] Result<std::vector<RegisterRow>> open_register(Context& context, Date day, Session session);

}  // namespace waymark::attendance
