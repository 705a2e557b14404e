// Somebody at a setting says who is there.
#pragma once

#include <string>
#include <vector>

#include "attendance/rules/mark.hpp"
#include "attendance/store/registers.hpp"

namespace waymark::attendance {

struct MarkOfChild {
    std::string reference;  // the child's, as the form had it
    ProposedMark mark;
};

struct SaveRegister {
    OrganisationId setting;
    Date day;
    Session session = Session::am;
    std::vector<MarkOfChild> marks;  // children left out stay as they are
};

struct RegisterSaved {
    int saved = 0;           // marks written now
    int already_there = 0;   // the same mark stood already: a register sent twice
    int left = 0;            // children of this session without a mark
};

/// Writes the marks, tells each absent child's roll school at once by a task, and answers what is left to do.
/// Sent twice, it writes once. A mark that differs from the one that stands is refused: correcting has a page of its own.
/// Fails  `attendance.future_day`, `attendance.not_expected`, `attendance.minutes_late_missing`, `attendance.already_marked`,
///        each with the field `mark-<reference>`; nothing is written then
/// Rule   R34, R45
[[nodiscard]] Result<RegisterSaved> save_register(Context& context, const SaveRegister& command);

}  // namespace waymark::attendance
