// Reads the trail with the names of those who acted.
#include "sharing/store/trail.hpp"

#include "foundation/text.hpp"
#include "sharing/store/trail.sql.hpp"

namespace waymark::sharing {
namespace {

std::optional<std::string> if_any(std::string_view words) { return words.empty() ? std::nullopt : std::optional{std::string{words}}; }

}  // namespace

std::vector<TrailEvent> trail(Transaction& tx, const TrailFilter& filter)
{
    const auto who = filter.who.empty() ? std::nullopt : std::optional{"%" + lower_ascii(filter.who) + "%"};
    return tx.all(sql::events_of_authority,
                  {{"since", filter.from}, {"until", filter.until}, {"entity", if_any(filter.entity)}, {"who", who}, {"reference", if_any(filter.reference)},
                   {"older_than", filter.older_than}, {"most", filter.most}},
                  [](const Row& row) {
                      return TrailEvent{
                          .sequence = row.integer("sequence"),
                          .at = row.instant("at"),
                          .actor = row.text_or_empty("actor_name"),
                          .acting_as = row.text_or_empty("acting_as"),
                          .organisation = row.text_or_empty("organisation_name"),
                          .entity = row.text("entity"),
                          .verb = row.text("verb"),
                          .reason = row.text_or_empty("reason"),
                          .is_about_child = row.boolean("is_about_child"),
                          .reference = row.text_or_empty("reference"),
                          .pupil = row.maybe_id<Id>("pupil_id"),
                          .from_address = row.text_or_empty("from_address"),
                      };
                  });
}

std::vector<std::string> trail_entities(Transaction& tx)
{
    return tx.all(sql::event_entities, {}, [](const Row& row) { return row.text("entity"); });
}

}  // namespace waymark::sharing
