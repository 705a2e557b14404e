// What the record of a decision must say in words, and what of it is still missing.
#pragma once

#include <string>
#include <vector>

#include "panel/rules/decision.hpp"

namespace waymark::panel {

/// In the order in which a record is read. The last five are reasons, in words, for what inspectors ask about.
enum class RecordPart {
    reasons, child_view, parent_view, options_considered, hours, weeks, roll, outcome_measure, exit_plan,
    unregistered_reason, out_of_area_reason, split_reason, long_reason, roll_reason,
};

/// What the child and the parent said, as the referral or the meeting holds it.
struct Views {
    std::string child, parent;
};

/// What the record lacks. Reasons and both views belong to every decision; the rest to a place in provision. Spaces say nothing.
///
/// hours      half days a week
/// law        law.non_school_weeks: the length in weeks that needs no reason; a category's own where that is less
/// Rule       R23
/// Source     DfE, Arranging alternative provision 2025; the guide, governance
[[nodiscard]] std::vector<RecordPart> missing_from_record(const ProposedDecision& decision, const Views& views, const CaseFacts& facts, const Law& law);

}  // namespace waymark::panel
