// Thin names for the register's queries.
#include "attendance/store/registers.hpp"

#include "attendance/store/counts.hpp"
#include "attendance/store/registers.sql.hpp"
#include "placements/store/timetable.hpp"

namespace waymark::attendance {
namespace {

StandingMark mark_of(const Row& row)
{
    return {
        .revision = row.number("revision"),
        .arrival = row.one_of<Arrival>("arrival"),
        .code = row.text("code"),
        .minutes_late = row.maybe_number("minutes_late"),
        .reason = row.text("reason"),
        .recorded_at = row.instant("recorded_at"),
        .recorded_by = row.text_or_empty("recorded_by_name"),
    };
}

bool is_registered_there(std::string_view registration)
{
    return registration == "dual_registered" || registration == "single_at_provider";
}

/// A session without a site is online: nobody supervises the child in person.
Arrangement arrangement_of(const Row& row)
{
    return {.commissioned_by_authority = row.view("commissioner_kind") == "authority_team",
            .registered_at_setting = is_registered_there(row.view("registration")),
            .supervised_in_person = !row.is_null("site_id")};
}

/// The school year a day belongs to, by the year it began in (R4).
int school_year_of(Date day) { return year_of(day) - (month_of(day) < 9 ? 1 : 0); }

}  // namespace

std::vector<RegisterRow> register_rows(Transaction& tx, OrganisationId setting, Date day, Session session)
{
    return tx.all(sql::register_rows, {{"setting", setting}, {"day", day}, {"session", session}, {"open_since", tx.today() - register_stays_open}}, [](const Row& row) {
        RegisterRow found{
            .pupil = row.id<PupilId>("pupil_id"),
            .placement = row.id<PlacementId>("placement_id"),
            .reference = row.text("reference"),
            .known_as = row.text("known_as"),
            .last_name = row.text("last_name"),
            .site_name = row.is_null("site_name") ? "online" : row.text("site_name"),
            .arrangement = arrangement_of(row),
            .roll_school = row.maybe_id<OrganisationId>("roll_school_id"),
        };
        if (!row.is_null("revision")) found.mark = mark_of(row);
        return found;
    });
}

namespace {
SessionOfDay session_of(const Row& row, Date day)
{
    return {day, row.one_of<Session>("session"), row.number("expected"), row.number("marked")};
}
}  // namespace

std::vector<SessionOfDay> sessions_of_day(Transaction& tx, OrganisationId setting, Date day)
{
    return tx.all(sql::sessions_of_day, {{"setting", setting}, {"day", day}, {"open_since", tx.today() - register_stays_open}}, [&](const Row& row) { return session_of(row, day); });
}

std::vector<SessionOfDay> days_not_finished(Transaction& tx, OrganisationId setting)
{
    return tx.all(sql::days_not_finished, {{"setting", setting}, {"open_since", tx.today() - register_stays_open}},
                  [](const Row& row) { return session_of(row, row.date("day")); });
}

std::optional<StandingMark> standing_mark(Transaction& tx, PupilId pupil, Date day, Session session)
{
    return tx.maybe_one(sql::standing_mark, {{"pupil", pupil}, {"day", day}, {"session", session}}, mark_of);
}

std::optional<ExpectedSession> expected_session_of(Transaction& tx, PupilId pupil, Date day, Session session)
{
    return tx.maybe_one(sql::expected_session_of, {{"pupil", pupil}, {"day", day}, {"session", session}}, [](const Row& row) {
        return ExpectedSession{
            .placement = row.id<PlacementId>("placement_id"),
            .setting = row.id<OrganisationId>("organisation_id"),
            .arrangement = arrangement_of(row),
            .roll_school = row.maybe_id<OrganisationId>("roll_school_id"),
        };
    });
}

std::vector<Revision> all_revisions(Transaction& tx, PupilId pupil, Date day, Session session)
{
    return tx.all(sql::all_revisions, {{"pupil", pupil}, {"day", day}, {"session", session}},
                  [](const Row& row) { return Revision{mark_of(row), row.text("correction")}; });
}

void insert_mark(Transaction& tx, const NewMark& mark)
{
    tx.run(sql::insert_mark, {{"pupil", mark.pupil},
                              {"day", mark.day},
                              {"session", mark.session},
                              {"revision", mark.revision},
                              {"school_year", school_year_of(mark.day)},
                              {"placement", mark.placement},
                              {"setting", mark.setting},
                              {"arrival", mark.arrival},
                              {"code", mark.code},
                              {"minutes_late", mark.minutes_late},
                              {"reason", mark.reason},
                              {"correction", mark.correction}});
    placements::mark_expected(tx, mark.pupil, mark.day, mark.session, mark.revision);
    keep_count(tx, mark);
}

int unexplained_in_a_row(Transaction& tx, PupilId pupil, Date day)
{
    int run = 0;
    bool broken = false;
    tx.each(sql::last_codes_before, {{"pupil", pupil}, {"day", day}}, [&](const Row& row) {
        broken = broken || row.view("code") != "N";
        if (!broken) ++run;
    });
    return run;
}

}  // namespace waymark::attendance
