// The items of a meeting's agenda.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "panel/rules/agenda.hpp"
#include "panel/rules/meeting.hpp"
#include "platform/context.hpp"
#include "platform/database/database.hpp"
#include "referrals/rules/referral.hpp"

namespace waymark::panel {

enum class ItemState { waiting, decided, deferred };

struct AgendaItem {
    AgendaItemId id;
    MeetingId meeting;
    referrals::ReferralId referral;
    std::string referral_reference;
    referrals::State referral_state = referrals::State::ready_for_panel;
    referrals::Urgency urgency = referrals::Urgency::routine;
    std::optional<referrals::Reason> primary_reason;
    std::string category_name;      // what was asked for; empty: nothing
    pupils::PupilId pupil;
    std::string pupil_reference;
    std::string pupil_name;         // on screen only
    std::string organisation_name;  // who refers
    int position = 0;
    ItemState state = ItemState::waiting;
    std::string deferred_reason;
};

/// The agenda in its order, as far as this person may see the children on it.
[[nodiscard]] std::vector<AgendaItem> agenda_of(Transaction& tx, MeetingId meeting, const Who& who);
/// Fails `panel.item_not_found`.
[[nodiscard]] Result<AgendaItem> find_item(Transaction& tx, AgendaItemId id);
[[nodiscard]] std::optional<AgendaItem> item_of_referral(Transaction& tx, MeetingId meeting, referrals::ReferralId referral);

/// Where a referral waits to be heard.
struct WaitingOn {
    referrals::ReferralId referral;
    MeetingId meeting;
    Date on_day;
};
[[nodiscard]] std::vector<WaitingOn> waiting_on_agendas(Transaction& tx);

struct ItemPosition {
    AgendaItemId id;
    referrals::ReferralId referral;
    int position = 0;
    ItemState state = ItemState::waiting;
};
/// All items of the meeting in their order, whoever may see them.
[[nodiscard]] std::vector<ItemPosition> positions_of(Transaction& tx, MeetingId meeting);
/// Adds it at that place, or takes up again what was deferred at this very meeting.
void insert_item(Transaction& tx, MeetingId meeting, referrals::ReferralId referral, int position);
void set_position(Transaction& tx, AgendaItemId item, int position);
/// Answers false when it no longer waits. `reason` is why it was deferred.
[[nodiscard]] bool set_item_state(Transaction& tx, AgendaItemId item, ItemState state, std::string_view reason = {});

}  // namespace waymark::panel
