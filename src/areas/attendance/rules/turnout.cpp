// Runs of absence that nobody has explained.
#include "attendance/rules/turnout.hpp"

#include <algorithm>

namespace waymark::attendance {

AbsenceAlert absence_alert(std::span<const Turnout> sessions, bool is_watched_over, const Law& law)
{
    AbsenceAlert alert;
    int run = 0;
    for (const Turnout session : sessions) {
        run = session == Turnout::unexplained ? run + 1 : 0;
        alert.longest_run = std::max(alert.longest_run, run);
    }
    alert.needs_task = alert.longest_run > 0 && alert.longest_run >= law.unexplained_absence_sessions;
    alert.tells_safeguarding_lead = is_watched_over && alert.longest_run > 0;
    return alert;
}

ReportCheck check_report(const NonArrival& absence, const Law& law)
{
    ReportCheck found{.report_by = law.reporting_minute};
    found.is_late = absence.reported.value_or(absence.now) > law.reporting_minute;
    if (absence.reported) found.minutes_to_report = std::max(0, *absence.reported - absence.session_starts);
    return found;
}

}  // namespace waymark::attendance
