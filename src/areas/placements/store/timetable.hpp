// The timetable of a placement, the whole week of a child, and the dated sessions that come of them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "directory/rules/week_places.hpp"
#include "placements/rules/registration_days.hpp"
#include "placements/rules/school_days.hpp"
#include "placements/rules/week.hpp"
#include "placements/store/placements.hpp"

namespace waymark::placements {

/// One slot of a placement's timetable, with the site where it is taught.
struct TimetableSlot {
    WeekdaySession when;
    int minutes = 150;
    std::optional<SiteId> site;              // none: online
    std::string site_name, site_address;
    DateRange in_force;
};
[[nodiscard]] std::vector<TimetableSlot> slots_of_placement(Transaction& tx, PlacementId placement);
/// Those in force on that day, or the first to come when none is yet.
[[nodiscard]] std::vector<TimetableSlot> timetable_on(Transaction& tx, PlacementId placement, Date day);
/// The ids of the sites where the child is taught from that day on.
[[nodiscard]] std::vector<std::string> sites_in_timetable(Transaction& tx, PlacementId placement, Date from);
void insert_slot(Transaction& tx, const Placement& placement, const TimetableSlot& slot);
/// Ends the timetable after that day; slots that had not begun are taken away.
void end_timetable(Transaction& tx, PlacementId placement, Date last_day);

/// A slot of a child, with the placement and provider it belongs to.
struct PupilSlot {
    Slot slot;                               // in force no longer than its placement
    PlacementId placement;
    OrganisationId provider;
    PlacementState state = PlacementState::planned;
};
/// All slots of a child from that day on, over all settings.
[[nodiscard]] std::vector<PupilSlot> slots_of_pupil(Transaction& tx, PupilId pupil, Date from);

/// Makes the dated sessions. Expects that no other placement has them: `session_taken` says which one does.
void insert_expected(Transaction& tx, const Placement& placement, const std::vector<ExpectedOn>& sessions);
/// The first of these that another placement of the child already has, in words.  Rule R25, invariant 2
[[nodiscard]] Problems session_taken(Transaction& tx, const Placement& placement, const std::vector<ExpectedOn>& sessions);
/// Takes away the dated sessions after that day. Fails `placement.marks_after` when a register already holds marks there.
[[nodiscard]] Result<void> delete_expected_after(Transaction& tx, PlacementId placement, Date last_day);
[[nodiscard]] std::vector<ExpectedOn> expected_of_placement(Transaction& tx, PlacementId placement, Date from);

/// Keeps which revision of its mark stands for an expected session.
void mark_expected(Transaction& tx, PupilId pupil, Date day, Session session, int revision);

struct ExpectedPupil {
    PupilId pupil;
    PlacementId placement;
    Session session = Session::am;
    std::optional<SiteId> site;
    std::string reference, known_as, last_name;
};
/// Whom a setting expects on a day: the rows of its register.
[[nodiscard]] std::vector<ExpectedPupil> expected_on(Transaction& tx, Date day, OrganisationId setting);

/// How many places of each programme, of one provider or of all, are taken in each weekday session, at most on one day of that time.
[[nodiscard]] directory::TakenPlaces taken_sessions(Transaction& tx, Date from, Date to, std::optional<OrganisationId> provider = {});
[[nodiscard]] directory::WeekPlaces taken_sessions_of(Transaction& tx, ProgrammeId programme, Date from, Date to);

/// The children at a provider in that time, over all commissioners, and one child more (without a date of birth when nothing is
/// planned for that child yet): what R28 is counted from, day by day.
/// without    a placement to leave out, because its timetable is about to change
[[nodiscard]] std::vector<ChildAtProvider> children_at_provider(Transaction& tx, OrganisationId provider, Date from, Date to, PupilId and_child = {},
                                                                PlacementId without = {});

}  // namespace waymark::placements
