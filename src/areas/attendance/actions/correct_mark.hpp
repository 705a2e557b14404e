// A mark was wrong, or the school has settled the reason: a new revision stands, the old one stays visible.
#pragma once

#include <string>

#include "attendance/store/registers.hpp"

namespace waymark::attendance {

struct CorrectMark {
    PupilId pupil;
    Date day;
    Session session = Session::am;
    int seen_revision = 0;       // the revision the person saw; another since then is `stale`
    ProposedMark mark;
    std::string code;            // the statutory code the school settles; empty: the one the mark suggests
    std::string correction;      // why: read by whoever looks at both
};

/// Adds the next revision and closes the absence task when the reason is known.
/// Fails  `attendance.nothing_to_correct`, `attendance.stale`, `attendance.correction_reason_missing`,
///        `attendance.unknown_code` (not in force that day), `attendance.code_needs_presence` (K, B, D and the school's own
///        present marks stand only for a child who came), `attendance.not_expected` (not at this setting)
/// Rule   R44, R45: corrections keep the original with the reason
[[nodiscard]] Result<void> correct_mark(Context& context, const CorrectMark& command);

}  // namespace waymark::attendance
