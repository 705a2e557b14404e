// Thin names for the queries on absence.
#include "attendance/store/absence.hpp"

#include <algorithm>

#include "placements/store/placements.hpp"
#include "attendance/store/absence.sql.hpp"
#include "pupils/store/access.hpp"

namespace waymark::attendance {
namespace {

int urgency(const AbsentRow& row)
{
    if (row.unexplained()) return row.has_social_worker ? 0 : 1;
    return row.not_taken() ? 2 : 3;
}

}  // namespace

std::vector<AbsentRow> absence_of_day(Transaction& tx, Date day)
{
    Bindings bindings = pupils::visible_to(tx.context().who);
    bindings.emplace_back("day", day);
    auto found = tx.all(sql::absence_of_day, bindings, [](const Row& row) {
        return AbsentRow{
            .pupil = row.id<PupilId>("pupil_id"),
            .session = row.one_of<Session>("session"),
            .reference = row.text("reference"),
            .known_as = row.text("known_as"),
            .last_name = row.text("last_name"),
            .setting = row.id<OrganisationId>("organisation_id"),
            .setting_name = row.text("setting_name"),
            .setting_telephone = row.text_or_empty("setting_telephone"),
            .school_name = row.text_or_empty("school_name"),
            .roll_school = row.maybe_id<OrganisationId>("roll_school_id"),
            .code = row.maybe_text("code"),
            .revision = row.maybe_number("revision").value_or(0),
            .reason = row.text_or_empty("reason"),
            .recorded_at = row.maybe_instant("recorded_at"),
            .recorded_by = row.text_or_empty("recorded_by_name"),
            .contacts = row.number("contacts"),
            .has_social_worker = row.boolean("watched"),
            .looked_after = row.boolean("looked_after"),
        };
    });
    std::ranges::stable_sort(found, {}, urgency);
    return found;
}

std::vector<Contact> contacts_between(Transaction& tx, PupilId pupil, Date from, Date to)
{
    return tx.all(sql::contacts_of_day, {{"pupil", pupil}, {"from_day", from}, {"to_day", to}}, [&](const Row& row) {
        return Contact{
            .pupil = pupil,
            .session = row.one_of<Session>("session"),
            .spoke_to = row.text("spoke_to"),
            .method = row.one_of<ContactMethod>("method"),
            .outcome = row.one_of<ContactOutcome>("outcome"),
            .words = row.text("words"),
            .at = row.instant("created_at"),
            .by = row.text_or_empty("by_name"),
        };
    });
}

void insert_contact(Transaction& tx, const Contact& contact, Date day)
{
    tx.run(sql::insert_contact, {{"id", Id::make(tx.now())},
                                 {"pupil", contact.pupil},
                                 {"day", day},
                                 {"session", contact.session},
                                 {"spoke_to", contact.spoke_to},
                                 {"method", contact.method},
                                 {"outcome", contact.outcome},
                                 {"words", contact.words}});
}

std::vector<PupilSession> sessions_of_pupil(Transaction& tx, PupilId pupil, Date from, Date to)
{
    const Who& who = tx.context().who;
    std::vector<PupilSession> sessions;
    tx.each(sql::days_of_pupil, {{"pupil", pupil}, {"from_day", from}, {"to_day", to}}, [&](const Row& row) {
        if (placements::is_at_provider(who) && row.id<OrganisationId>("organisation_id") != who.organisation) return;
        sessions.push_back({
            .day = row.date("day"),
            .session = row.one_of<Session>("session"),
            .setting_name = row.text("setting_name"),
            .code = row.maybe_text("code"),
            .arrival = row.maybe_one_of<Arrival>("arrival"),
            .minutes_late = row.maybe_number("minutes_late"),
        });
    });
    return sessions;
}

Counts counts_of(const std::vector<PupilSession>& sessions, std::string_view setting_name)
{
    Counts counts;
    for (const PupilSession& session : sessions) {
        if (!setting_name.empty() && session.setting_name != setting_name) continue;
        if (session.code) add_mark(counts, *session.code, session.day);
        else ++counts.not_taken;
    }
    return counts;
}

}  // namespace waymark::attendance
