// What a referral's page says about the panel; app/ hands it to the referrals area.
#pragma once

#include <vector>

#include "platform/context.hpp"
#include "referrals/rules/referral.hpp"
#include "ui/ui.hpp"

namespace waymark::panel {

/// The decision that stands, with the way to it; before one does, nothing.
[[nodiscard]] std::vector<ui::SummaryRow> referral_rows(Transaction& tx, const Who& who, const referrals::Referral& referral);

}  // namespace waymark::panel
