// Writes and reads the view log.
#include "platform/audit/view_log.hpp"

#include "platform/audit/trail.hpp"
#include "platform/audit/trail.sql.hpp"

namespace waymark::audit {

ViewRow view_row(const Context& context, Id pupil, std::string_view what)
{
    const Who& who = context.who;
    return {
        .id = Id::make(context.now),
        .at = context.now,
        .actor = who.user.value.is_nil() ? std::nullopt : std::optional{who.user.value},
        .acting_as = acting_as(who),
        .organisation = who.organisation.value.is_nil() ? std::nullopt : std::optional{who.organisation},
        .pupil = pupil,
        .what = std::string{what},
        .from_address = who.user_agent_address,
    };
}

void insert_view(Transaction& tx, const ViewRow& row)
{
    tx.run(sql::insert_view, {{"id", row.id}, {"at", row.at}, {"seen_by", row.actor}, {"acting_as", row.acting_as}, {"organisation", row.organisation},
                              {"pupil", row.pupil}, {"what", row.what}, {"from_address", row.from_address}});
}

void log_view(Transaction& tx, Id pupil, std::string_view what) { insert_view(tx, view_row(tx.context(), pupil, what)); }

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
