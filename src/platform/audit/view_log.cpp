// Writes and reads the view log.
#include "platform/audit/view_log.hpp"

#include "platform/audit/trail.hpp"
#include "platform/audit/trail.sql.hpp"

namespace waymark::audit {

void log_view(Transaction& tx, Id pupil, std::string_view what)
{
    const Who& who = tx.context().who;
    const auto organisation = who.organisation.value.is_nil() ? std::nullopt : std::optional{who.organisation};
    tx.run(sql::insert_view, {{"id", tx.new_id<Id>()}, {"acting_as", acting_as(who)}, {"organisation", organisation}, {"pupil", pupil},
                              {"what", what}, {"from_address", who.user_agent_address}});
}

std::vector<View> views_of(Transaction& tx, Id pupil, Instant before, int most)
{
    return tx.all(sql::views_of_pupil, {{"pupil", pupil}, {"before", before}, {"most", most}}, [](const Row& row) {
        return View{
            .at = row.instant("at"),
            .actor = row.maybe_id<UserId>("actor"),
            .acting_as = row.text_or_empty("acting_as"),
            .organisation = row.maybe_id<OrganisationId>("organisation_id"),
            .what = row.text("what"),
        };
    });
}

}  // namespace waymark::audit
