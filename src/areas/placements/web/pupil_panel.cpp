// Placements as the pages of other records show them.
#include "placements/web/pupil_panel.hpp"

#include <fmt/format.h>

#include "foundation/text.hpp"
#include "people/rules/roles.hpp"
#include "placements/rules/extension.hpp"
#include "placements/web/parts.hpp"
#include "pupils/store/pupils.hpp"

namespace waymark::placements {

std::vector<ui::SummaryRow> now_rows(Transaction& tx, const Who& who, const pupils::PupilSummary& pupil)
{
    if (!people::may(who.role, Permission::see_placements)) return {};
    std::vector<ui::SummaryRow> rows;
    for (const Placement& placement : placements_of_pupil(tx, pupil.id)) {
        if (placement.state == PlacementState::ended || (is_at_provider(who) && placement.provider != who.organisation)) continue;
        const int late = days_past_end(placement.state, placement.expected_end, tx.today());
        const std::string dates = placement.state == PlacementState::planned ? "Planned to begin on " + long_date(placement.from)
                                  : late > 0 ? fmt::format("Its agreed end was {}, {} ago", long_date(placement.expected_end), counted(late, "day"))
                                             : "Agreed end " + long_date(placement.expected_end);
        rows.push_back({placement.state == PlacementState::planned ? "Planned place" : "Place",
                        ui::two_lines(ui::link_html("/placements/" + placement.id.text(), placement.provider_name + ", " + placement.programme_name), dates)});
    }
    if (rows.size() > 1) rows.push_back({"The whole week", ui::link_html("/pupils/" + pupil.reference + "/week", "See all settings in one week")});
    return rows;
}

std::vector<ui::SummaryRow> referral_rows(Transaction& tx, const Who& who, const referrals::Referral& referral)
{
    std::vector<ui::SummaryRow> rows;
    if (people::may(who.role, Permission::see_placements))
        for (const Placement& placement : placements_of_referral(tx, referral.pupil, referral.id))
            rows.push_back({"Place", ui::two_lines(ui::link_html("/placements/" + placement.id.text(), placement.provider_name + ", " + placement.programme_name),
                                                   std::string{placement_state_name(placement.state)} + ", " + date_range(placement.from, placement.last_day()))});
    if (rows.empty() && referral.state == referrals::State::decided && people::may(who.role, Permission::see_shortlist))
        if (const auto child = pupils::summary_of(tx, referral.pupil))
            rows.push_back({"Place", ui::link_html("/pupils/" + child->reference + "/shortlist", "See which providers fit")});
    return rows;
}

}  // namespace waymark::placements
