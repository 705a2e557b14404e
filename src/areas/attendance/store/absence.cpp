// Thin names for the absence and rate queries.
#include "attendance/store/absence.hpp"

#include <algorithm>

#include "placements/store/placements.hpp"
#include "attendance/store/absence.sql.hpp"
#include "pupils/store/access.hpp"

namespace waymark::attendance {
namespace {

/// Adds `count` sessions of one code; no code: the register has not been taken.
void add_sessions(Counts& counts, const Row& row, Date day)
{
    const int count = row.number("count");
    if (row.is_null("code")) {
        counts.not_taken += count;
        return;
    }
    add_mark(counts, row.view("code"), day, count);
}

int urgency(const AbsentRow& row)
{
    if (row.unexplained()) return row.has_social_worker ? 0 : 1;
    return row.not_taken() ? 2 : 3;
}

Bindings between(Transaction& tx, Date from, Date to, Bindings more = {})
{
    Bindings all = pupils::visible_to(tx.context().who);
    all.emplace_back("from_day", from);
    all.emplace_back("to_day", to);
    all.insert(all.end(), more.begin(), more.end());
    return all;
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

Counts counts_of_placement(Transaction& tx, PlacementId placement, Date from, Date to)
{
    Counts counts;
    tx.each(sql::codes_of_placement, {{"placement", placement}, {"from_day", from}, {"to_day", to}},
            [&](const Row& row) { add_sessions(counts, row, from); });
    return counts;
}

std::vector<SettingCounts> counts_by_setting(Transaction& tx, Date from, Date to)
{
    std::vector<SettingCounts> found;
    tx.each(sql::codes_by_setting, between(tx, from, to), [&](const Row& row) {
        const auto setting = row.id<OrganisationId>("organisation_id");
        if (found.empty() || found.back().setting != setting) found.push_back({.setting = setting, .name = row.text("name")});
        add_sessions(found.back().counts, row, from);
    });
    return found;
}

std::vector<PupilCounts> counts_by_pupil(Transaction& tx, OrganisationId setting, Date from, Date to)
{
    std::vector<PupilCounts> found;
    tx.each(sql::codes_by_pupil, between(tx, from, to, {{"setting", setting}}), [&](const Row& row) {
        const auto pupil = row.id<PupilId>("pupil_id");
        if (found.empty() || found.back().pupil != pupil)
            found.push_back({.pupil = pupil,
                             .reference = row.text("reference"),
                             .known_as = row.text("known_as"),
                             .last_name = row.text("last_name")});
        add_sessions(found.back().counts, row, from);
    });
    return found;
}

}  // namespace waymark::attendance
