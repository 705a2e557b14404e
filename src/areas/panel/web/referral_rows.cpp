// The decision as the referral's page shows it.
#include "panel/web/referral_rows.hpp"

#include "foundation/text.hpp"
#include "panel/store/decisions.hpp"

namespace waymark::panel {

std::vector<ui::SummaryRow> referral_rows(Transaction& tx, const Who&, const referrals::Referral& referral)
{
    const auto standing = standing_decision(tx, referral.id);
    if (!standing) return {};
    return {{"Decision", ui::two_lines(ui::link_html("/decisions/" + standing->id.text(), outcome_name(standing->what.outcome)), long_date(standing->decided_on))}};
}

}  // namespace waymark::panel
