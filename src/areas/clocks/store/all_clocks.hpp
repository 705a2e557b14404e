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
using AllClocks = std::vector<std::shared_ptr<const ClocksOfPupil>>;   // in the order of the children's ids

/// All clocks of all children, today. Every change of a record is an event of the trail, so what was counted up to an event is kept
/// in memory: of what happened since, only the children whom it concerns are counted again. What concerns nobody in particular (a
/// calendar, a number of the law, an import) and another day have everything counted again.
[[nodiscard]] std::shared_ptr<const AllClocks> all_clocks(Transaction& tx);

/// The child's, or nullptr: none runs.
[[nodiscard]] const ClocksOfPupil* find_child(const AllClocks& all, PupilId pupil);

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
