// R31: what is said in writing, kept as it was said.
#include "placements/actions/confirm.hpp"

#include "foundation/text.hpp"
#include "placements/actions/follow_up.hpp"
#include "placements/store/timetable.hpp"

namespace waymark::placements {

Result<void> give_confirmations(Context& context, PlacementId id, const std::vector<GiveConfirmation>& given, const std::string& given_by)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        const auto placement = find_placement(tx, id);
        if (!placement || (is_at_provider(context.who) && placement->provider != context.who.organisation))
            return not_found("placement.not_found", "There is no such placement.");
        Problems found;
        if (placement->state == PlacementState::ended) found.add("placement.already_ended", "This placement has ended.");
        if (given.empty()) found.add("placement.confirmed_nothing", "Tick what you confirm.", "confirm");
        if (trimmed(given_by).empty()) found.add("placement.given_by_missing", "Enter the name of the person who confirms.", "given_by");
        for (const auto& one : given)
            if (is_at_provider(context.who) && words_of(one.kind).giver != Giver::provider)
                found.add("placement.not_the_providers_to_confirm",
                          "“" + std::string{words_of(one.kind).title} + "” is for the school or the authority to confirm. Leave it to them.", "confirm");
        for (const auto& one : given)
            if (one.given_on.value_or(tx.today()) > tx.today())
                found.add("placement.given_in_future", "The date must be today or earlier.", "given_on");
        TRY(found.as_result());

        const auto sites = sites_in_timetable(tx, id, placement->from);
        for (const auto& one : given) {
            const auto& words = words_of(one.kind);
            Confirmation confirmation{.kind = one.kind,
                                      .words = one.words.empty() ? std::string{words.statement} : one.words,
                                      .given_on = one.given_on.value_or(tx.today()),
                                      .given_by = std::string{trimmed(given_by)},
                                      .site = one.site,
                                      .site_name = {},
                                      .document = one.document};
            if (words.for_each_site && !one.site && !sites.empty()) {
                for (const auto& site : sites) {
                    confirmation.site = SiteId::parse(site).value();
                    insert_confirmation(tx, id, confirmation);
                }
            } else {
                insert_confirmation(tx, id, confirmation);
            }
            TRY(tx.record({.verb = "confirmed", .entity = "placement", .about = id.value, .pupil = placement->pupil.value,
                           .after = R"({"kind":")" + std::string{enum_text(one.kind)} + R"("})"}));
        }
        close_confirmation_task_if_done(tx, *placement);
        return {};
    });
}

Result<void> give_all_confirmations(Context& context, PlacementId id, const std::string& given_by, std::optional<Date> given_on)
{
    std::vector<GiveConfirmation> all;
    for (const auto& words : confirmation_kinds()) all.push_back({.kind = words.kind, .words = {}, .site = {}, .given_on = given_on, .document = {}});
    return give_confirmations(context, id, all, given_by);
}

}  // namespace waymark::placements
