// Lists, each child with the clock that presses most.
#include "referrals/store/lists.hpp"

#include <algorithm>
#include <functional>

#include "foundation/text.hpp"
#include "platform/database/search_words.hpp"
#include "pupils/rules/clock.hpp"
#include "pupils/store/access.hpp"
#include "pupils/store/counted_clocks.hpp"
#include "referrals/rules/states.hpp"
#include "referrals/store/referrals.sql.hpp"

namespace waymark::referrals {
namespace {

/// The one clock that a list shows of each child; a referral that needs no place any more shows none.
template <class Line>
void add_clocks(Transaction& tx, std::vector<Line>& lines, const std::function<bool(const Line&)>& still_waits)
{
    std::vector<PupilId> children;
    for (const Line& line : lines)
        if (still_waits(line)) children.push_back(line.pupil);
    const auto clocks = pupils::pressing_clocks_of(tx, children);
    for (Line& line : lines) {
        const auto found = clocks.find(line.pupil);
        if (still_waits(line) && found != clocks.end()) line.clock = found->second;
    }
}

template <class Line>
void order_by_clock(std::vector<Line>& lines)
{
    std::ranges::stable_sort(lines, [](const Line& left, const Line& right) {
        if (left.clock && right.clock) return pupils::presses_more(left.clock->clock, right.clock->clock);
        return left.clock.has_value() && !right.clock.has_value();
    });
}

}  // namespace

std::vector<ClockShown> clocks_of_referral(Transaction& tx, const Referral& referral)
{
    if (!still_needs_place(referral.state)) return {};
    auto clocks = pupils::clocks_of_child(tx, referral.pupil);
    std::erase_if(clocks, [](const ClockShown& shown) { return !shown.of_need; });
    return clocks;
}

std::vector<ListedReferral> list_referrals(Transaction& tx, const Who& who, const ReferralFilter& filter)
{
    Bindings bindings = pupils::visible_to(who);
    bindings.emplace_back("tab", filter.tab);
    bindings.emplace_back("role", who.role);
    bindings.emplace_back("words", words_to_find(tx, filter.words));
    bindings.emplace_back("number", is_valid_utf8(filter.words) ? trimmed(filter.words) : "");
    bindings.emplace_back("reason", filter.reason);
    bindings.emplace_back("from_organisation", filter.organisation);
    auto listed = tx.all(sql::list_referrals, bindings, [&](const Row& row) {
        return ListedReferral{
            .id = row.id<ReferralId>("id"),
            .reference = row.text("reference"),
            .pupil = row.id<PupilId>("pupil_id"),
            .pupil_reference = row.text("pupil_reference"),
            .pupil_name = row.text("known_as") + " " + row.text("last_name"),
            .year_group = row.maybe_number("year_group"),
            .organisation = row.id<OrganisationId>("organisation_id"),
            .organisation_name = row.text("organisation_name"),
            .state = row.one_of<State>("state"),
            .urgency = row.one_of<Urgency>("urgency"),
            .primary_reason = row.maybe_one_of<Reason>("primary_reason"),
            .authority_told_on = row.maybe_date("authority_told_on"),
            .sent_at = row.maybe_instant("sent_at"),
            .decided_on = row.maybe_date("decided_on"),
            .with_role = row.one_of<Role>("with_role"),
        };
    });
    add_clocks<ListedReferral>(tx, listed, [](const ListedReferral& line) { return still_needs_place(line.state); });
    order_by_clock(listed);
    return listed;
}

std::vector<QueuedReferral> queue_ready_for_panel(Transaction& tx)
{
    auto queue = tx.all(sql::queue_ready_for_panel, {}, [&](const Row& row) {
        return QueuedReferral{
            .id = row.id<ReferralId>("id"),
            .reference = row.text("reference"),
            .pupil = row.id<PupilId>("pupil_id"),
            .pupil_reference = row.text("pupil_reference"),
            .pupil_name = row.text("known_as") + " " + row.text("last_name"),
            .organisation_name = row.text("organisation_name"),
            .urgency = row.one_of<Urgency>("urgency"),
            .primary_reason = row.maybe_one_of<Reason>("primary_reason"),
            .route = row.maybe_one_of<TriageRoute>("route"),
            .authority_told_on = row.maybe_date("authority_told_on"),
            .sent_at = row.maybe_instant("sent_at"),
        };
    });
    add_clocks<QueuedReferral>(tx, queue, [](const QueuedReferral&) { return true; });
    order_by_clock(queue);
    return queue;
}

}  // namespace waymark::referrals
