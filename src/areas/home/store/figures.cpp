// The figures of each role.
#include "home/store/figures.hpp"

#include <algorithm>

#include "attendance/store/absence.hpp"
#include "attendance/store/registers.hpp"
#include "clocks/store/all_clocks.hpp"
#include "panel/store/letters.hpp"
#include "people/rules/roles.hpp"
#include "people/store/calendar_lines.hpp"
#include "placements/store/offers.hpp"
#include "placements/store/placements.hpp"
#include "placements/store/shortlist.hpp"
#include "referrals/store/lists.hpp"
#include "reviews/store/reviews.hpp"

namespace waymark::home {
namespace {

bool may(const Who& who, Permission permission) { return people::may(who.role, permission); }

/// `one` follows a 1, `many` every other number.
Figure figure_of(std::size_t count, std::string one, std::string many, std::string href, bool pressing = false)
{
    return {.count = static_cast<long long>(count), .sentence = count == 1 ? std::move(one) : std::move(many), .href = std::move(href), .pressing = pressing};
}

template <class Rows, class Belongs>
std::size_t number_of(const Rows& rows, Belongs&& belongs) { return static_cast<std::size_t>(std::ranges::count_if(rows, belongs)); }

void absence(Transaction& tx, std::vector<Figure>& figures)
{
    const auto rows = attendance::absence_of_day(tx, tx.today());
    figures.push_back(figure_of(number_of(rows, &attendance::AbsentRow::unexplained), "session unexplained today", "sessions unexplained today", "/absence#unexplained", true));
    figures.push_back(figure_of(number_of(rows, &attendance::AbsentRow::not_taken), "session today without a mark yet", "sessions today without a mark yet", "/absence#not-taken"));
}

void registers(Transaction& tx, const Who& who, std::vector<Figure>& figures)
{
    const auto sessions = attendance::sessions_of_day(tx, who.organisation, tx.today());
    const auto open = number_of(sessions, [](const auto& session) { return !session.finished(); });
    figures.push_back(figure_of(open, "register to take today", "registers to take today", "/registers", true));
}

void reviews(Transaction& tx, std::vector<Figure>& figures)
{
    const auto due = reviews::due_reviews(tx, tx.today() - Days{1});
    figures.push_back(figure_of(due.size(), "review overdue", "reviews overdue", "/reviews#overdue", true));
}

void placements(Transaction& tx, const Who& who, std::vector<Figure>& figures)
{
    const auto past = placements::list_placements(tx, who, {.past_end = true});
    figures.push_back(figure_of(past.size(), "placement past the end that was agreed", "placements past the end that was agreed", "/placements?past-end=1", true));
    const auto planned = placements::list_placements(tx, who, {.state = placements::PlacementState::planned});
    figures.push_back(figure_of(planned.size(), "placement planned, not yet started", "placements planned, not yet started", "/placements?state=planned"));
}

void offers(Transaction& tx, const Who& who, std::vector<Figure>& figures)
{
    const auto open = placements::list_offers(tx, who, true);
    const bool to_answer = placements::is_at_provider(who);
    figures.push_back(figure_of(open.size(), to_answer ? "offer to answer" : "offer waiting for an answer", to_answer ? "offers to answer" : "offers waiting for an answer",
                             "/offers#waiting", to_answer));
}

void queue(Transaction& tx, const Who& who, std::vector<Figure>& figures)
{
    const auto ready = referrals::list_referrals(tx, who, {.tab = referrals::Tab::ready});
    figures.push_back(figure_of(ready.size(), "referral ready for panel", "referrals ready for panel", "/referrals?tab=ready"));
}

void letters(Transaction& tx, std::vector<Figure>& figures)
{
    const auto unsent = panel::letters_to_send(tx);
    figures.push_back(figure_of(unsent.size(), "letter to send", "letters to send", "/letters", true));
}

void waiting(Transaction& tx, const Who& who, std::vector<Figure>& figures)
{
    const auto children = placements::waiting_children(tx, who);
    figures.push_back(figure_of(children.size(), "child waiting for a place that was decided", "children waiting for a place that was decided", "/waiting", true));
}

void duties(Transaction& tx, const Who& who, std::vector<Figure>& figures)
{
    figures.push_back(figure_of(clocks::unmet_duties(tx, who), "duty of law or promise not met", "duties of law or promise not met", "/clocks?state=breach", true));
}

/// Only while there are any: in most weeks of a year there is nothing to do about calendars.
void calendars(Transaction& tx, const Who& who, std::vector<Figure>& figures)
{
    const auto missing = people::not_known_this_year(people::calendar_lines(tx, who));
    if (missing > 0) figures.push_back(figure_of(missing, "school calendar that does not know all of this year", "school calendars that do not know all of this year",
                                              "/admin/settings/terms", true));
}

}  // namespace

std::vector<Figure> figures_of(Transaction& tx, const Who& who)
{
    std::vector<Figure> figures;
    if (may(who, Permission::see_clocks)) duties(tx, who, figures);
    if (may(who, Permission::take_registers)) registers(tx, who, figures);
    if (may(who, Permission::see_offers)) offers(tx, who, figures);
    if (may(who, Permission::make_offers)) waiting(tx, who, figures);
    if (may(who, Permission::triage_referrals) || may(who, Permission::run_panels)) queue(tx, who, figures);
    if (may(who, Permission::send_letters)) letters(tx, figures);
    if (may(who, Permission::see_absence)) absence(tx, figures);
    if (may(who, Permission::hold_reviews)) reviews(tx, figures);
    if (may(who, Permission::see_placements)) placements(tx, who, figures);
    if (may(who, Permission::change_calendars)) calendars(tx, who, figures);
    return figures;
}

}  // namespace waymark::home
