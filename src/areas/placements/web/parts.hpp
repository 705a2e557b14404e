// What the pages of this area share: the bar about the child, the sessions of a week as boxes to tick, and small wordings.
#pragma once

#include <string>
#include <vector>

#include "foundation/form.hpp"
#include "placements/rules/fit.hpp"
#include "placements/store/offers.hpp"
#include "placements/store/placements.hpp"
#include "placements/store/timetable.hpp"
#include "platform/http/request.hpp"
#include "platform/http/response.hpp"
#include "ui/ui.hpp"
#include "vocabulary/session.hpp"

namespace waymark::placements {

/// The identity bar of a child.
void child_bar(ui::Buffer& out, const pupils::PupilSummary& pupil);

/// Ten boxes, one for each weekday session; `sessions` is the field. The hint of a session says why it may not suit.
void sessions_field(ui::Buffer& out, const std::string& name, const std::string& legend, const std::string& hint,
                    const std::vector<WeekdaySession>& offered, const Form& form);
/// What was ticked. A problem with `field` when nothing was.
[[nodiscard]] std::vector<WeekdaySession> read_sessions(FormReader& read, const Form& form, const std::string& field);

/// "Due 26 November 2026 (in 3 days)", "Due 20 November 2026 (3 days ago)".
[[nodiscard]] std::string due_words(Date due, Date today);
/// "£180 a week for 4 sessions", for a price by the session or day; else the price as it stands.
[[nodiscard]] std::string weekly_price(Money price, PriceUnit unit, const std::vector<WeekdaySession>& sessions);

[[nodiscard]] ui::Html state_tag(PlacementState state);
[[nodiscard]] ui::Html offer_tag(const Offer& offer, Date today);
[[nodiscard]] ui::Html verdict_tag(Verdict verdict);

/// The page of `write` with that status.
template <class F>
[[nodiscard]] Response page_of(int status, F&& write)
{
    ui::Buffer out;
    write(out);
    return html(status, out.take());
}

/// Whether this person may change placements: the authority's commissioners, and a school those it commissions itself.
[[nodiscard]] bool may_manage(const Who& who, const Placement& placement);
[[nodiscard]] bool may(const Who& who, Permission permission);

/// The placement behind {placement}; a provider finds only its own.
[[nodiscard]] Result<Placement> placement_of_page(Transaction& tx, const Request& request);
/// The offer behind {offer}; a provider finds only its own.
[[nodiscard]] Result<Offer> offer_of_page(Transaction& tx, const Request& request);

}  // namespace waymark::placements
