// Agendas: built, moved, deferred; conflicts declared.
#include "panel/actions/agenda.hpp"

#include <algorithm>
#include <map>

#include "foundation/text.hpp"
#include "panel/actions/papers_access.hpp"
#include "panel/store/cases.hpp"
#include "panel/store/meetings.hpp"
#include "referrals/store/lists.hpp"
#include "referrals/store/referrals.hpp"
#include "tasks/store/tasks.hpp"

namespace waymark::panel {
namespace {

Result<Meeting> meeting_with_open_agenda(Transaction& tx, MeetingId id)
{
    auto meeting = TRY(find_meeting(tx, id));
    if (meeting.on_day < tx.today()) return refused("panel.meeting_held", "This meeting is over. Add the case to the next one.");
    return meeting;
}

Result<void> put_on_agenda(Transaction& tx, const Meeting& meeting, const referrals::Referral& referral, int position)
{
    insert_item(tx, meeting.id, referral.id, position);
    const auto item = item_of_referral(tx, meeting.id, referral.id);
    expects(item.has_value());
    if (meeting.state != MeetingState::planned) open_papers(tx, meeting, item->id, referral.pupil);
    tasks::close_tasks_about(tx, referral.id.value, "referral_for_agenda");
    return tx.record({.verb = "put_on_agenda", .entity = "referral", .about = referral.id.value, .pupil = referral.pupil.value});
}

/// What is decided or deferred keeps its place in front; what waits follows by the clocks.
void put_in_order(Transaction& tx, MeetingId meeting)
{
    std::map<referrals::ReferralId, AgendaItemId> items;
    std::vector<WaitingReferral> still_waiting;
    int position = 0;
    for (const ItemPosition& item : positions_of(tx, meeting)) {
        if (item.state != ItemState::waiting) {
            set_position(tx, item.id, ++position);
            continue;
        }
        items[item.referral] = item.id;
        still_waiting.push_back(waiting(tx, *referrals::find_referral(tx, item.referral)));
    }
    for (const AgendaPlace& place : in_order_of_the_clocks(std::move(still_waiting), tx.today()))
        set_position(tx, items.at(place.referral), ++position);
}

/// A deferred case is the clerk's again: the next agenda must not forget it.
void reopen_agenda_task(Transaction& tx, const AgendaItem& item, std::string_view reason)
{
    const auto team = tasks::team_of_role(tx, Role::panel_clerk);
    if (!team) return;
    tasks::open_task(tx, {.kind = "referral_for_agenda",
                          .title = "Put referral " + item.referral_reference + " on an agenda",
                          .why = "Deferred: " + std::string{reason},
                          .severity = Severity::warn,
                          .due_on = tx.today() + Days{7},
                          .about_entity = "referral",
                          .about = item.referral.value,
                          .href = "/referrals/" + item.referral.text(),
                          .pupil = item.pupil.value,
                          .organisation = *team,
                          .role = Role::panel_clerk});
}

Result<AgendaItem> waiting_item(Transaction& tx, AgendaItemId id)
{
    auto item = TRY(find_item(tx, id));
    if (item.state != ItemState::waiting) return refused("panel.item_not_waiting", "This case has been decided or deferred already.");
    return item;
}

}  // namespace

Result<int> add_all_ready(Context& context, MeetingId id)
{
    return context.in_transaction([&](Transaction& tx) -> Result<int> {
        const auto meeting = TRY(meeting_with_open_agenda(tx, id));
        const auto placed = waiting_on_agendas(tx);
        int added = 0;
        for (const auto& queued : referrals::queue_ready_for_panel(tx)) {
            if (std::ranges::find(placed, queued.id, &WaitingOn::referral) != placed.end()) continue;
            TRY(put_on_agenda(tx, meeting, *referrals::find_referral(tx, queued.id), 0));
            ++added;
        }
        if (added == 0 && positions_of(tx, id).empty())
            return refused("panel.nothing_ready", "No referral is ready that is not on an agenda already.");
        put_in_order(tx, id);
        TRY(tx.record({.verb = "agenda_built", .entity = "meeting", .about = id.value, .pupil = {}}));
        return added;
    });
}

Result<void> add_to_agenda(Context& context, MeetingId id, referrals::ReferralId referral_id)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        const auto meeting = TRY(meeting_with_open_agenda(tx, id));
        const auto referral = referrals::find_referral(tx, referral_id);
        if (!referral || referral->state != referrals::State::ready_for_panel)
            return refused("panel.not_ready", "Only a referral that is ready for panel can go on an agenda.", "referral");
        for (const WaitingOn& other : waiting_on_agendas(tx))
            if (other.referral == referral_id)
                return refused("panel.on_other_agenda", "This referral is on the agenda of " + long_date(other.on_day) + " already.", "referral");
        return put_on_agenda(tx, meeting, *referral, static_cast<int>(positions_of(tx, id).size()) + 1);
    });
}

Result<void> move_item(Context& context, AgendaItemId id, Direction direction)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        const auto item = TRY(find_item(tx, id));
        auto items = positions_of(tx, item.meeting);
        const auto here = std::ranges::find(items, id, &ItemPosition::id) - items.begin();
        const auto there = here + (direction == Direction::up ? -1 : 1);
        if (there < 0 || there >= static_cast<std::ptrdiff_t>(items.size())) return {};
        std::swap(items[static_cast<std::size_t>(here)], items[static_cast<std::size_t>(there)]);
        int position = 0;
        for (const ItemPosition& one : items) set_position(tx, one.id, ++position);
        return tx.record({.verb = direction == Direction::up ? "moved_up" : "moved_down",
                          .entity = "agenda_item",
                          .about = id.value,
                          .pupil = item.pupil.value});
    });
}

Result<void> defer_item(Context& context, AgendaItemId id, std::string reason)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        const auto item = TRY(waiting_item(tx, id));
        if (trimmed(reason).empty()) return refused("panel.defer_reason_missing", "Say why the case waits for a later meeting", "defer_reason");
        if (!set_item_state(tx, id, ItemState::deferred, trimmed(reason)))
            return stale("panel.item_changed_meanwhile", "Somebody changed this case while you had it open.");
        close_papers(tx, id);
        reopen_agenda_task(tx, item, trimmed(reason));
        return tx.record({.verb = "deferred",
                          .entity = "referral",
                          .about = item.referral.value,
                          .pupil = item.pupil.value,
                          .reason = std::string{trimmed(reason)}});
    });
}

Result<void> declare_conflict(Context& context, const DeclareConflict& command)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        const auto item = TRY(waiting_item(tx, command.item));
        const auto meeting = TRY(find_meeting(tx, item.meeting));
        Problems found;
        if (!meeting.attendee(command.member)) found.add("panel.not_a_member", "Choose who declares a conflict", "member");
        if (trimmed(command.reason).empty()) found.add("panel.conflict_reason_missing", "Say what the conflict is", "conflict_reason");
        TRY(found.as_result());
        if (!insert_conflict(tx, item.id, {command.member, std::string{trimmed(command.reason)}}))
            return refused("panel.conflict_already", "This member has declared a conflict in this case already", "member");
        if (meeting.state != MeetingState::planned) open_papers(tx, meeting, item.id, item.pupil);
        return tx.record({.verb = "conflict_declared",
                          .entity = "referral",
                          .about = item.referral.value,
                          .pupil = item.pupil.value,
                          .reason = std::string{trimmed(command.reason)}});
    });
}

}  // namespace waymark::panel
