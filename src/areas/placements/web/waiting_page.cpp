// Children for whom a place was decided and none is found yet, in a fair order with the reason for each place in it.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "foundation/text.hpp"
#include "panel/rules/agenda.hpp"
#include "panel/store/cases.hpp"
#include "placements/store/shortlist.hpp"
#include "placements/web/pages.hpp"
#include "placements/web/parts.hpp"
#include "referrals/store/referrals.hpp"

namespace waymark::placements {
namespace {

struct WaitingRow {
    WaitingChild child;
    std::string reason;     // why it stands where it stands
};

std::vector<WaitingRow> in_order(Transaction& tx, const Who& who)
{
    std::map<ReferralId, WaitingChild> children;
    std::vector<panel::WaitingReferral> clocks;
    for (auto& child : waiting_children(tx, who)) {
        const auto referral = referrals::find_referral(tx, child.referral);
        expects(referral.has_value());
        clocks.push_back(panel::waiting(tx, *referral));
        children.emplace(child.referral, std::move(child));
    }
    std::vector<WaitingRow> rows;
    for (auto& place : panel::in_order_of_the_clocks(std::move(clocks), tx.today())) rows.push_back({std::move(children.at(place.referral)), std::move(place.reason)});
    return rows;
}

std::string offers_words(const WaitingChild& child)
{
    if (child.offers_open > 0) return fmt::format("{} waiting for an answer", counted(child.offers_open, "offer"));
    if (child.offers_declined > 0) return fmt::format("{} declined, none open", counted(child.offers_declined, "offer"));
    return "Nobody asked yet";
}

}  // namespace

Result<Response> show_waiting(const Request&, Context& context)
{
    const auto rows = context.read([&](Transaction& tx) { return in_order(tx, context.who); });
    ui::TableOptions table{.caption = "The first is the most pressing", .head = {ui::numeric("Place"), "Child", "Why here", ui::numeric("Days since decision"), "Offers"}};
    int position = 0;
    for (const auto& row : rows) {
        const auto& child = row.child;
        table.rows.push_back({std::to_string(++position),
                              ui::two_lines(ui::link_html("/pupils/" + child.pupil_reference + "/shortlist", child.known_as + " " + child.last_name, "shortlist"),
                                            child.pupil_reference + ", " + child.reference),
                              row.reason,
                              child.decided_on ? std::to_string(days_between(*child.decided_on, context.today)) : std::string{"Not recorded"}, offers_words(child)});
    }
    return page_of(200, [&](ui::Buffer& out) {
        ui::page(out, {.title = "Waiting for a place", .wide = true}, [&](ui::Buffer& body) {
            ui::lead(body, rows.empty() ? std::string{"Nobody waits: every child for whom a place was decided has one."}
                                        : fmt::format("{} for whom a place was decided {} none yet.", counted(static_cast<long long>(rows.size()), "child", "children"),
                                                      rows.size() == 1 ? "has" : "have"));
            if (!rows.empty()) {
                ui::table(body, table);
                ui::details(body, {.summary = "How the order is made",
                                   .text = "Duties of the law that are already unmet come first, the longest first. Then emergencies, then the fewest school days left "
                                           "to the law’s day, then whoever has waited longest. Nothing else counts."});
            }
        });
    });
}

}  // namespace waymark::placements
