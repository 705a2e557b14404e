// What later areas add to the page of a referral. referrals knows none of them: app/ hands their functions in, once, before serving.
#pragma once

#include <span>
#include <vector>

#include "platform/context.hpp"
#include "referrals/rules/referral.hpp"
#include "ui/ui.hpp"

namespace waymark::referrals {

/// Rows for "Now": the decision, the place. Each says nothing when it has nothing to say.
using ReferralRows = std::vector<ui::SummaryRow> (*)(Transaction&, const Who&, const Referral&);

/// What it points at must outlive the program's serving. Called once, by app/.
void extend_referral_page(std::span<const ReferralRows> rows);
[[nodiscard]] std::span<const ReferralRows> rows_of_later_areas();

}  // namespace waymark::referrals
