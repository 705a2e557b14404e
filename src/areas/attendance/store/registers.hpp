// The daily register of a setting, and marks that are only ever added.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "attendance/rules/mark.hpp"
#include "placements/rules/words.hpp"
#include "platform/context.hpp"
#include "pupils/rules/pupil.hpp"

namespace waymark::attendance {

using placements::PlacementId;
using pupils::PupilId;

/// The mark that stands for one session of one child.
struct StandingMark {
    int revision = 0;
    Arrival arrival = Arrival::here;
    std::string code;
    std::optional<int> minutes_late;
    std::string reason;
    Instant recorded_at;
    std::string recorded_by;
};

/// One child expected at a setting in one session.
struct RegisterRow {
    PupilId pupil;
    PlacementId placement;
    std::string reference, known_as, last_name;
    std::string site_name;   // "online" when the session has no site
    Arrangement arrangement;
    std::optional<OrganisationId> roll_school;
    std::optional<StandingMark> mark;
};

struct SessionOfDay {
    Date day;
    Session session;
    int expected = 0;
    int marked = 0;
    [[nodiscard]] bool finished() const { return marked >= expected; }
};

/// How long a setting may finish and correct the register of a child who has left since.
inline constexpr Days register_stays_open{14};

/// The children expected then whom the setting sees: today, or on that day if it is young enough. All three agree about whom.
[[nodiscard]] std::vector<RegisterRow> register_rows(Transaction& tx, OrganisationId setting, Date day, Session session);
[[nodiscard]] std::vector<SessionOfDay> sessions_of_day(Transaction& tx, OrganisationId setting, Date day);
/// Sessions up to yesterday whose register still has gaps and may still be finished, newest first.
[[nodiscard]] std::vector<SessionOfDay> days_not_finished(Transaction& tx, OrganisationId setting);

[[nodiscard]] std::optional<StandingMark> standing_mark(Transaction& tx, PupilId pupil, Date day, Session session);

/// Where a child is expected in one session, and who arranged it.
struct ExpectedSession {
    PlacementId placement;
    OrganisationId setting;
    Arrangement arrangement;
    std::optional<OrganisationId> roll_school;
};
[[nodiscard]] std::optional<ExpectedSession> expected_session_of(Transaction& tx, PupilId pupil, Date day, Session session);

/// A mark that was made once, with why it was corrected if it was.
struct Revision {
    StandingMark mark;
    std::string correction;
};
[[nodiscard]] std::vector<Revision> all_revisions(Transaction& tx, PupilId pupil, Date day, Session session);

struct NewMark {
    PupilId pupil;
    PlacementId placement;
    OrganisationId setting;
    Date day;
    Session session = Session::am;
    int revision = 1;
    Arrival arrival = Arrival::here;
    std::string code;
    std::optional<int> minutes_late;
    std::string reason;
    std::string correction;
};
/// Adds a mark and moves what is kept of it: the revision that stands for its session, and the month's counts.
void insert_mark(Transaction& tx, const NewMark& mark);

/// How many of a child's latest sessions in a row, up to and including that day, stand as N (reason not known).
[[nodiscard]] int unexplained_in_a_row(Transaction& tx, PupilId pupil, Date day);

}  // namespace waymark::attendance
