// Unexplained absence is a safeguarding event: the roll school is told at once, and the authority after two sessions in a row.
#pragma once

#include <optional>

#include "attendance/store/registers.hpp"

namespace waymark::attendance {

struct Absence {
    PupilId pupil;
    std::optional<OrganisationId> roll_school;
    Date day;
    Session session = Session::am;
};

/// Opens the task of the roll school (without one: of whoever commissioned the place); a second unexplained session in a row
/// makes it pressing and tells the authority too.
/// Rule   R34: first day, first session; two consecutive unexplained sessions are a task
[[nodiscard]] Result<void> tell_of_absence(Transaction& tx, const Absence& absence);

/// The reason is known: the tasks of that day close.
[[nodiscard]] Result<void> absence_is_explained(Transaction& tx, const Absence& absence);

}  // namespace waymark::attendance
