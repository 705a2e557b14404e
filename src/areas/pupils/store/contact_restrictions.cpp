// The statements of contact_restrictions.sql, by name.
#include "pupils/store/contact_restrictions.hpp"

#include "foundation/text.hpp"
#include "pupils/store/contact_restrictions.sql.hpp"

namespace waymark::pupils {

std::vector<ContactRestriction> restrictions_of(Transaction& tx, PupilId pupil)
{
    return tx.all(sql::restrictions_of_pupil, {{"pupil", pupil}}, [](const Row& row) {
        return ContactRestriction{
            .id = row.id<Id>("id"),
            .contact = row.id<Id>("contact_id"),
            .kind = row.one_of<RestrictionKind>("kind"),
            .source = row.text("source"),
            .days = {row.date("from_day"), row.maybe_date("to_day")},
        };
    });
}

void insert_restriction(Transaction& tx, PupilId pupil, const ContactRestriction& restriction)
{
    tx.run(sql::insert_restriction, {{"id", restriction.id}, {"pupil", pupil}, {"contact", restriction.contact}, {"kind", restriction.kind},
                                     {"source", trimmed(restriction.source)}, {"from", restriction.days.from}, {"to", restriction.days.to}});
}

bool end_restriction(Transaction& tx, PupilId pupil, Id contact, Id restriction, Date last_day)
{
    return tx.run(sql::end_restriction, {{"id", restriction}, {"pupil", pupil}, {"contact", contact}, {"to", last_day}}) == 1;
}

}  // namespace waymark::pupils
