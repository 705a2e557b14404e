// The statements of agenda.sql, by name.
#include "panel/store/agenda.hpp"

#include "panel/store/agenda.sql.hpp"
#include "pupils/store/access.hpp"

namespace waymark::panel {
namespace {

AgendaItem read_item(const Row& row)
{
    return {.id = row.id<AgendaItemId>("id"),
            .meeting = row.id<MeetingId>("meeting_id"),
            .referral = row.id<referrals::ReferralId>("referral_id"),
            .referral_reference = row.text("reference"),
            .referral_state = row.one_of<referrals::State>("referral_state"),
            .urgency = row.one_of<referrals::Urgency>("urgency"),
            .primary_reason = row.maybe_one_of<referrals::Reason>("primary_reason"),
            .category_name = row.text_or_empty("category_name"),
            .pupil = row.id<pupils::PupilId>("pupil_id"),
            .pupil_reference = row.text("pupil_reference"),
            .pupil_name = row.text("known_as") + " " + row.text("last_name"),
            .organisation_name = row.text("organisation_name"),
            .position = row.number("position"),
            .state = row.one_of<ItemState>("state"),
            .deferred_reason = row.text("deferred_reason")};
}

}  // namespace

std::vector<AgendaItem> agenda_of(Transaction& tx, MeetingId meeting, const Who& who)
{
    Bindings bindings = pupils::visible_to(who);
    bindings.emplace_back("meeting", meeting);
    return tx.all(sql::agenda_of, bindings, read_item);
}

Result<AgendaItem> find_item(Transaction& tx, AgendaItemId id)
{
    auto item = tx.maybe_one(sql::find_item, {{"item", id}}, read_item);
    if (!item) return not_found("panel.item_not_found", "This case is not on the agenda any more.");
    return *std::move(item);
}

std::optional<AgendaItem> item_of_referral(Transaction& tx, MeetingId meeting, referrals::ReferralId referral)
{
    return tx.maybe_one(sql::item_of_referral, {{"meeting", meeting}, {"referral", referral}}, read_item);
}

std::vector<WaitingOn> waiting_on_agendas(Transaction& tx)
{
    return tx.all(sql::waiting_on_agendas, {}, [](const Row& row) {
        return WaitingOn{row.id<referrals::ReferralId>("referral_id"), row.id<MeetingId>("meeting_id"), row.date("on_day")};
    });
}

std::vector<ItemPosition> positions_of(Transaction& tx, MeetingId meeting)
{
    return tx.all(sql::positions_of, {{"meeting", meeting}}, [](const Row& row) {
        return ItemPosition{row.id<AgendaItemId>("id"), row.id<referrals::ReferralId>("referral_id"), row.number("position"),
                            row.one_of<ItemState>("state")};
    });
}

void insert_item(Transaction& tx, MeetingId meeting, referrals::ReferralId referral, int position)
{
    tx.run(sql::insert_item, {{"id", Id::make(tx.now())}, {"meeting", meeting}, {"referral", referral}, {"position", position}});
}

void set_position(Transaction& tx, AgendaItemId item, int position)
{
    tx.run(sql::set_position, {{"item", item}, {"position", position}});
}

bool set_item_state(Transaction& tx, AgendaItemId item, ItemState state, std::string_view reason)
{
    return tx.run(sql::set_item_state, {{"item", item}, {"state", state}, {"reason", reason}}) == 1;
}

}  // namespace waymark::panel
