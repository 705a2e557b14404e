// Recording what a clock needs: that something was done, or why it lawfully was not; and taking either back.
#pragma once

#include <string_view>

#include "clocks/store/facts.hpp"

namespace waymark::clocks {

/// Records a dated fact about the child.
/// Fails   `pupil.not_found`, `fact.in_future`, `fact.before_birth`, `fact.about_missing`, `fact.about_unknown` (no such exclusion or
///         placement of this child), `fact.twice`
Result<FactId> record_fact(Context& context, PupilId pupil, DatedFact fact);

/// Records why a duty is lawfully not met. It closes the breach while it stands.
/// Fails   `pupil.not_found`, `reason.words_missing`, `reason.ground_not_allowed` (law leaves this duty fewer grounds: R8),
///         `reason.clock_not_running`, `reason.twice`
/// Rule    R8; rules.md: a breach closes when the thing is done, or an officer records a lawful reason
Result<ReasonId> record_lawful_reason(Context& context, PupilId pupil, LawfulReason reason);

/// What was recorded stays on the record with why it was taken back; the clock runs on as if it had not been.
/// Fails   `fact.why_missing`, `fact.not_standing`
Result<void> take_back(Context& context, PupilId pupil, FactId fact, std::string_view why);
Result<void> take_back(Context& context, PupilId pupil, ReasonId reason, std::string_view why);

}  // namespace waymark::clocks
