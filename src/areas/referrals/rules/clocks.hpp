// The clocks that run for a referral: the law's for an excluded child, and the authority's own from the day it was told.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "pupils/rules/clock.hpp"
#include "pupils/rules/records.hpp"
#include "referrals/rules/referral.hpp"
#include "vocabulary/law.hpp"

namespace waymark::referrals {

/// What the clocks of a referral depend on.
struct ClockFacts {
    Date today;
    std::optional<Date> authority_told_on;              // none: a draft; only the law's clocks run
    std::optional<Date> decided_on;
    State state = State::draft;
    std::span<const pupils::Exclusion> exclusions;      // of the child
    bool looked_after_or_social_worker = false;
};

/// All that run, the most pressing first; a clock that is met comes last. Nothing runs for a referral that was withdrawn;
/// once the child is placed, the placement shows when education starts.
/// calendar_of_roll   the child's school, or the authority where there is none
/// calendar_of_excluding_school   by which day six is counted
/// Rule    R6, R7, R10, R13
[[nodiscard]] std::vector<pupils::Clock> clocks_of(const ClockFacts& facts, pupils::CountedBy calendar_of_roll,
                                                   pupils::CountedBy calendar_of_excluding_school, const Law& law);

/// The permanent exclusion whose day six counts now: the latest that still excludes.
[[nodiscard]] const pupils::Exclusion* standing_exclusion(std::span<const pupils::Exclusion> exclusions);

}  // namespace waymark::referrals
