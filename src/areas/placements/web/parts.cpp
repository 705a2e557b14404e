// Shared parts of this area's pages.
#include "placements/web/parts.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "directory/rules/programme.hpp"
#include "foundation/text.hpp"
#include "people/rules/roles.hpp"
#include "pupils/store/pupils.hpp"

namespace waymark::placements {

void child_bar(ui::Buffer& out, const pupils::PupilSummary& pupil)
{
    const auto identity = pupils::identity_of(pupil);
    ui::IdentityBar bar{.name = identity.name, .reference = identity.reference, .facts = {{"Year group", identity.year}, {"School", identity.school}}};
    if (!identity.sen.empty()) bar.marks.push_back(ui::tag_html(identity.sen, ui::TagColour::blue));
    if (!identity.care.empty()) bar.marks.push_back(ui::tag_html(identity.care, ui::TagColour::purple));
    if (!identity.address.empty()) bar.marks.push_back(ui::tag_html(identity.address, ui::TagColour::red));
    bar.actions = {{"Open the child’s page", identity.href}};
    ui::identity_bar(out, bar);
}

void sessions_field(ui::Buffer& out, const std::string& name, const std::string& legend, const std::string& hint,
                    const std::vector<WeekdaySession>& offered, const Form& form)
{
    std::vector<ui::Choice> items;
    for (const auto& when : offered) items.push_back({.value = directory::session_code(when), .text = weekday_session_name(when)});
    ui::checkboxes_field(out, {.name = name, .legend = legend, .hint = hint, .items = items, .size = ui::LabelSize::medium, .compact = true}, form);
}

std::vector<WeekdaySession> read_sessions(FormReader& read, const Form& form, const std::string& field)
{
    std::vector<WeekdaySession> sessions;
    for (const auto& typed : form.all(field)) {
        if (const auto when = directory::session_from_code(typed)) sessions.push_back(*when);
        else read.problem(field, "Choose from the list.");
    }
    if (sessions.empty()) read.problem(field, "Choose at least one session.");
    std::ranges::sort(sessions);
    return sessions;
}

std::string due_words(Date due, Date today)
{
    const int days = days_between(today, due);
    if (days == 0) return fmt::format("{} (today)", long_date(due));
    if (days == 1) return fmt::format("{} (tomorrow)", long_date(due));
    return days > 0 ? fmt::format("{} (in {})", long_date(due), counted(days, "day"))
                    : fmt::format("{} ({} ago)", long_date(due), counted(-days, "day"));
}

std::string weekly_price(Money price, PriceUnit unit, const std::vector<WeekdaySession>& sessions)
{
    const auto count = static_cast<int>(sessions.size());
    if (unit == PriceUnit::session && count > 0) return fmt::format("{} a week for {}", money_text(price * count), counted(count, "session"));
    if (unit == PriceUnit::day && count > 0) {
        std::set<Weekday> days;
        for (const auto& when : sessions) days.insert(when.weekday);
        return fmt::format("{} a week for {}", money_text(price * static_cast<int>(days.size())), counted(static_cast<int>(days.size()), "day"));
    }
    return directory::price_text(price, unit);
}

ui::Html state_tag(PlacementState state)
{
    switch (state) {
    case PlacementState::planned: return ui::tag_html("Planned", ui::TagColour::yellow);
    case PlacementState::active: return ui::tag_html("Active", ui::TagColour::green);
    case PlacementState::ended: return ui::tag_html("Ended", ui::TagColour::grey);
    }
    expects(false);
    return {};
}

ui::Html offer_tag(const Offer& offer, Date today)
{
    if (offer.is_overdue(today)) return ui::tag_html("Reply overdue", ui::TagColour::red);
    switch (offer.state) {
    case OfferState::sent: return ui::tag_html("Waiting for answer", ui::TagColour::yellow);
    case OfferState::question_asked: return ui::tag_html("Question asked", ui::TagColour::purple);
    case OfferState::accepted: return ui::tag_html("Accepted", ui::TagColour::green);
    case OfferState::declined: return ui::tag_html("Declined", ui::TagColour::orange);
    case OfferState::expired: return ui::tag_html("Expired", ui::TagColour::grey);
    case OfferState::withdrawn: return ui::tag_html("Withdrawn", ui::TagColour::grey);
    }
    expects(false);
    return {};
}

ui::Html verdict_tag(Verdict verdict)
{
    switch (verdict) {
    case Verdict::fits: return ui::tag_html("Fits", ui::TagColour::green);
    case Verdict::does_not_fit: return ui::tag_html("Does not fit", ui::TagColour::red);
    case Verdict::not_known: return ui::tag_html("Not known", ui::TagColour::yellow);
    }
    expects(false);
    return {};
}

bool may(const Who& who, Permission permission) { return people::may(who.role, permission); }

bool may_manage(const Who& who, const Placement& placement)
{
    return may(who, Permission::manage_placements) && (who.role == Role::commissioner || placement.commissioner == who.organisation);
}

Result<Placement> placement_of_page(Transaction& tx, const Request& request)
{
    auto placement = find_placement(tx, TRY(request.path_id<PlacementId>("placement")));
    const auto& who = tx.context().who;
    if (!placement || (is_at_provider(who) && placement->provider != who.organisation)) return not_found("placement.not_found", "There is no such placement.");
    return *std::move(placement);
}

Result<Offer> offer_of_page(Transaction& tx, const Request& request)
{
    auto offer = find_offer(tx, TRY(request.path_id<OfferId>("offer")));
    const auto& who = tx.context().who;
    if (!offer || (is_at_provider(who) && offer->provider != who.organisation)) return not_found("offer.not_found", "There is no such offer.");
    return *std::move(offer);
}

}  // namespace waymark::placements
