// The clocks of children for the areas below the one that counts them: clocks/ counts, app/ joins it, once, before serving.
#pragma once

#include <map>
#include <span>
#include <vector>

#include "platform/database/database.hpp"
#include "pupils/rules/pupil.hpp"
#include "vocabulary/clock.hpp"

namespace waymark::pupils {

struct ClockCount {
    /// All that run for a child, the most pressing first; those that are met or lawfully open come last.
    std::vector<ClockShown> (*of_child)(Transaction&, PupilId) = nullptr;
    /// Of each of these children the most pressing clock about education that is owed, if one is open and has a day.
    std::map<PupilId, ClockShown> (*pressing_of)(Transaction&, std::span<const PupilId>) = nullptr;
};

void count_clocks_by(const ClockCount& count);

/// Both answer nothing in a program that counts no clocks.
[[nodiscard]] std::vector<ClockShown> clocks_of_child(Transaction& tx, PupilId pupil);
[[nodiscard]] std::map<PupilId, ClockShown> pressing_clocks_of(Transaction& tx, std::span<const PupilId> children);

}  // namespace waymark::pupils
