// A child who does not arrive: when somebody must ask, who is told, and how long the provider took to say so.
#pragma once

#include <optional>
#include <span>

#include "vocabulary/law.hpp"

namespace waymark::attendance {

/// What is known of one session that a child was expected at.
enum class Turnout { came, explained, unexplained };

struct AbsenceAlert {
    int longest_run = 0;                    // unexplained sessions in a row
    bool needs_task = false;                // law.unexplained_absence_sessions in a row
    bool tells_safeguarding_lead = false;   // at the first, for a child who is watched over
};

/// sessions        in the order in which they were expected; sessions at which nobody expected the child are left out
/// is_watched_over has a social worker, is looked after, or has been missing before
/// Rule            R34
/// Source          DfE, Keeping children safe in education; the number of sessions is a local choice
[[nodiscard]] AbsenceAlert absence_alert(std::span<const Turnout> sessions, bool is_watched_over, const Law& law);

/// Minutes after midnight, all of them.
struct NonArrival {
    int session_starts = 0;
    std::optional<int> reported;            // none: not yet
    int now = 0;                            // of the same day
};

struct ReportCheck {
    int report_by = 0;                      // law.reporting_minute
    bool is_late = false;                   // reported later than that, or not reported and now is later
    std::optional<int> minutes_to_report;   // from the start of the session; 0 when told before it
};

/// Rule            R34
[[nodiscard]] ReportCheck check_report(const NonArrival& absence, const Law& law);

}  // namespace waymark::attendance
