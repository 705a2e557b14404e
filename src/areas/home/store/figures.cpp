// The figures of each role.
#include "home/store/figures.hpp"

#include <algorithm>

#include "attendance/store/absence.hpp"
#include "attendance/store/registers.hpp"
#include "people/rules/roles.hpp"
#include "placements/store/offers.hpp"
#include "placements/store/placements.hpp"
#include "referrals/store/lists.hpp"
#include "reviews/store/reviews.hpp"

namespace waymark::home {
namespace {

bool may(const Who& who, Permission permission) { return people::may(who.role, permission); }

void absence(Transaction& tx, std::vector<Figure>& figures)
{
    const auto rows = attendance::absence_of_day(tx, tx.today());
    figures.push_back({std::ranges::count_if(rows, &attendance::AbsentRow::unexplained), "sessions unexplained today", "/absence#unexplained", true});
    figures.push_back({std::ranges::count_if(rows, &attendance::AbsentRow::not_taken), "sessions today without a mark yet", "/absence#not-taken"});
}

void registers(Transaction& tx, const Who& who, std::vector<Figure>& figures)
{
    const auto sessions = attendance::sessions_of_day(tx, who.organisation, tx.today());
    const auto open = std::ranges::count_if(sessions, [](const auto& session) { return !session.finished(); });
    figures.push_back({open, "registers to take today", "/registers", true});
}

void reviews(Transaction& tx, std::vector<Figure>& figures)
{
    const auto due = reviews::due_reviews(tx, tx.today() - Days{1});
    figures.push_back({static_cast<long long>(due.size()), "reviews overdue", "/reviews#overdue", true});
}

void placements(Transaction& tx, const Who& who, std::vector<Figure>& figures)
{
    const auto past = placements::list_placements(tx, who, {.past_end = true});
    figures.push_back({static_cast<long long>(past.size()), "placements past the end that was agreed", "/placements?past-end=1", true});
    const auto planned = placements::list_placements(tx, who, {.state = placements::PlacementState::planned});
    figures.push_back({static_cast<long long>(planned.size()), "placements planned, not yet started", "/placements?state=planned"});
}

void offers(Transaction& tx, const Who& who, std::vector<Figure>& figures)
{
    const auto open = placements::list_offers(tx, who, true);
    figures.push_back({static_cast<long long>(open.size()), placements::is_at_provider(who) ? "offers to answer" : "offers waiting for an answer", "/offers",
                       placements::is_at_provider(who)});
}

void queue(Transaction& tx, std::vector<Figure>& figures)
{
    const auto ready = referrals::queue_ready_for_panel(tx);
    figures.push_back({static_cast<long long>(ready.size()), "referrals ready for panel", "/referrals?tab=ready"});
}

}  // namespace

std::vector<Figure> figures_of(Transaction& tx, const Who& who)
{
    std::vector<Figure> figures;
    if (may(who, Permission::take_registers)) registers(tx, who, figures);
    if (may(who, Permission::see_offers)) offers(tx, who, figures);
    if (may(who, Permission::triage_referrals) || may(who, Permission::run_panels)) queue(tx, figures);
    if (may(who, Permission::see_absence)) absence(tx, figures);
    if (may(who, Permission::hold_reviews)) reviews(tx, figures);
    if (may(who, Permission::see_placements)) placements(tx, who, figures);
    return figures;
}

}  // namespace waymark::home
