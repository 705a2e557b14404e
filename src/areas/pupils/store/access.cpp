// The statements of access.sql, by name.
#include "pupils/store/access.hpp"

#include "pupils/store/access.sql.hpp"

namespace waymark::pupils {

bool may_see(Transaction& tx, const Who& who, PupilId pupil)
{
    Bindings bindings = visible_to(who);
    bindings.emplace_back("pupil", pupil);
    return tx.number(sql::count_visible, bindings) == 1;
}

Bindings visible_to(const Who& who)
{
    return {{"scope", scope_of(who.role)}, {"organisation", who.organisation}};
}

void grant_access(Transaction& tx, PupilId pupil, OrganisationId organisation, AccessKind kind, Id about, Date from)
{
    tx.run(sql::grant_access, {{"id", Id::make(tx.now())},
                               {"pupil", pupil},
                               {"organisation", organisation},
                               {"kind", kind},
                               {"about", about},
                               {"from", from}});
}

void end_access(Transaction& tx, AccessKind kind, Id about, Date last_day, std::optional<OrganisationId> organisation)
{
    tx.run(sql::end_access, {{"kind", kind}, {"about", about}, {"last_day", last_day}, {"organisation", organisation}});
}

}  // namespace waymark::pupils
