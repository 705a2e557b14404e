// What a child's page says about attendance; app/ hands it to the pupils area.
#pragma once

#include <vector>

#include "platform/context.hpp"
#include "pupils/rules/pupil.hpp"
#include "ui/ui.hpp"

namespace waymark::attendance {

/// Whether the child is where they should be today, and the rate of the last 28 days over all settings (R46). Nothing when no
/// session was expected in that time.
[[nodiscard]] std::vector<ui::SummaryRow> now_rows(Transaction& tx, const Who& who, const pupils::PupilSummary& pupil);

/// Where the child should be today and whether they came, for somebody who looks in an emergency. Nothing when nowhere, and for
/// people at a provider.
[[nodiscard]] std::vector<ui::SummaryRow> emergency_rows(Transaction& tx, const Who& who, const pupils::PupilSummary& pupil);

}  // namespace waymark::attendance
