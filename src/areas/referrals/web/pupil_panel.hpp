// What a child's page says about referrals; app/ hands these to the pupils area.
#pragma once

#include <set>
#include <string_view>
#include <vector>

#include "platform/context.hpp"
#include "pupils/rules/pupil.hpp"
#include "ui/ui.hpp"

namespace waymark::referrals {

/// The referral that waits for a decision, who has it and its clock; nothing when none does.
[[nodiscard]] std::vector<ui::SummaryRow> now_rows(Transaction& tx, const Who& who, const pupils::PupilSummary& pupil);

/// All referrals of the child that this person may see.
[[nodiscard]] bool has_referrals(Transaction& tx, const Who& who, const pupils::PupilSummary& pupil);
void referrals_panel(ui::Buffer& out, Transaction& tx, const Who& who, const pupils::PupilSummary& pupil);

/// The filter "reason" of the list of children: those referred mainly for it.
[[nodiscard]] std::vector<ui::Choice> reason_choices(Transaction& tx, const Who& who);
[[nodiscard]] std::set<pupils::PupilId> referred_for(Transaction& tx, const Who& who, std::string_view reason);

}  // namespace waymark::referrals
