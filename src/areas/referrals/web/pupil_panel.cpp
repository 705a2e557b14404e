// Referrals on a child's page.
#include "referrals/web/pupil_panel.hpp"

#include <algorithm>

#include "foundation/uk_time.hpp"
#include "people/rules/roles.hpp"
#include "referrals/rules/states.hpp"
#include "referrals/store/lists.hpp"
#include "referrals/web/parts.hpp"

namespace waymark::referrals {
namespace {

/// A provider sees the child it teaches, but not what a school wrote to refer them.
bool may_read(const Who& who) { return people::may(who.role, Permission::see_referrals); }

std::vector<Referral> readable(Transaction& tx, const Who& who, const pupils::PupilSummary& pupil)
{
    return may_read(who) ? referrals_of(tx, pupil.id, who) : std::vector<Referral>{};
}

}  // namespace

std::vector<ui::SummaryRow> now_rows(Transaction& tx, const Who& who, const pupils::PupilSummary& pupil)
{
    const auto all = readable(tx, who, pupil);
    const auto open = std::ranges::find_if(all, [](const Referral& referral) { return is_open(referral.state); });
    if (open == all.end()) return {};
    const auto clocks = clocks_of_referral(tx, *open);
    std::vector<ui::SummaryRow> rows = {
        {"Referral", ui::two_lines(ui::link_html("/referrals/" + open->id.text(), open->reference), state_name(open->state) + ". Who has it: " + who_has_it(*open))}};
    const auto decision = std::ranges::find_if(clocks, [](const ClockShown& shown) { return shown.clock.rule == "R13" && shown.is_open(); });
    if (decision != clocks.end() && !open->decided_on) rows.push_back({"Next decision", decision->when});
    return rows;
}

bool has_referrals(Transaction& tx, const Who& who, const pupils::PupilSummary& pupil) { return !readable(tx, who, pupil).empty(); }

void referrals_panel(ui::Buffer& out, Transaction& tx, const Who& who, const pupils::PupilSummary& pupil)
{
    std::vector<std::vector<ui::TableCell>> rows;
    for (const auto& referral : readable(tx, who, pupil))
        rows.push_back({ui::link_html("/referrals/" + referral.id.text(), referral.reference),
                        referral.primary_reason ? ui::Content{reason_name(*referral.primary_reason)} : ui::or_not_recorded(""), referral.organisation_name,
                        referral.sent_at ? ui::Content{short_date(uk_date(*referral.sent_at))} : ui::Content{"Not sent"}, state_tag(referral.state)});
    ui::table(out, {.caption = "Referrals", .caption_classes = "govuk-visually-hidden", .head = {"Referral", "Main reason", "Referred by", "Sent", "State"},
                    .rows = std::move(rows), .first_cell_is_header = true});
}

std::vector<ui::Choice> reason_choices(Transaction&, const Who& who)
{
    return may_read(who) ? ui::choices<Reason>(reason_name) : std::vector<ui::Choice>{};
}

std::set<pupils::PupilId> referred_for(Transaction& tx, const Who& who, std::string_view reason)
{
    std::set<pupils::PupilId> found;
    const auto wanted = enum_from_text<Reason>(reason);
    if (!wanted || !may_read(who)) return found;
    for (const auto& line : list_referrals(tx, who, {.reason = wanted})) found.insert(line.pupil);
    return found;
}

}  // namespace waymark::referrals
