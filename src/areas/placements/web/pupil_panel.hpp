// What a child's page and a referral's page say about placements; app/ hands these to the areas below.
#pragma once

#include <vector>

#include "placements/store/placements.hpp"
#include "pupils/rules/pupil.hpp"
#include "referrals/rules/referral.hpp"
#include "ui/ui.hpp"

namespace waymark::placements {

/// Where the child is: each placement that runs or is planned, with its agreed end. Somebody at a provider sees only its own.
[[nodiscard]] std::vector<ui::SummaryRow> now_rows(Transaction& tx, const Who& who, const pupils::PupilSummary& pupil);

/// Where the referral led: each placement made from it, or the way to the shortlist for whom that is work.
[[nodiscard]] std::vector<ui::SummaryRow> referral_rows(Transaction& tx, const Who& who, const referrals::Referral& referral);

}  // namespace waymark::placements
