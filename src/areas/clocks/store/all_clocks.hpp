// The clocks of every child of the authority, counted from the records, and counted again when the records have changed.
#pragma once

#include <memory>
#include <vector>

#include "clocks/rules/running_clocks.hpp"
#include "clocks/store/facts.hpp"

namespace waymark::clocks {

struct ClocksOfPupil {
    PupilId pupil;
    std::vector<RunningClock> running;      // the most pressing first; children without a clock are left out
};
using AllClocks = std::vector<ClocksOfPupil>;

/// All clocks of all children, today. Every change of a record is an event of the trail, so what was counted for the trail as it
/// stands and for today is kept in memory and handed out again; the first to ask after a change waits for the count. Signing in and
/// downloading are events that change nothing, and count as none here.
[[nodiscard]] std::shared_ptr<const AllClocks> all_clocks(Transaction& tx);

/// The same, always counted afresh: what is kept is held against it.
[[nodiscard]] AllClocks count_all_clocks(Transaction& tx);

/// The clocks of one child, counted afresh.
[[nodiscard]] std::vector<RunningClock> clocks_of_child(Transaction& tx, const PupilFacts& child);

struct ClocksUnderRule {
    std::size_t open = 0, unmet = 0;
};
/// The clocks of that rule that are open now among the children whom this person may see.
[[nodiscard]] ClocksUnderRule clocks_under_rule(Transaction& tx, const Who& who, std::string_view rule);

/// How many duties are unmet now among the children whom this person may see.
[[nodiscard]] std::size_t unmet_duties(Transaction& tx, const Who& who);

}  // namespace waymark::clocks
