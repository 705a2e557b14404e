// Part by part, in the order in which a record is read.
#include "panel/rules/decision_record.hpp"

#include "foundation/text.hpp"

namespace waymark::panel {
namespace {

struct MissingParts {
    std::vector<RecordPart> found;

    void unless(bool is_there, RecordPart part)
    {
        if (!is_there) found.push_back(part);
    }
    void without_words(const std::string& words, RecordPart part) { unless(!trimmed(words).empty(), part); }
};

}  // namespace

std::vector<RecordPart> missing_from_record(const ProposedDecision& decision, const Views& views, const CaseFacts& facts, const Law& law)
{
    MissingParts missing;
    missing.without_words(decision.reasons, RecordPart::reasons);
    missing.without_words(views.child, RecordPart::child_view);
    missing.without_words(views.parent, RecordPart::parent_view);
    if (decision.outcome != Outcome::place_in_provision) return missing.found;

    missing.without_words(decision.options_considered, RecordPart::options_considered);
    missing.unless(decision.sessions_per_week.has_value(), RecordPart::hours);
    missing.unless(decision.weeks.has_value(), RecordPart::weeks);
    missing.unless(decision.roll.has_value(), RecordPart::roll);
    missing.without_words(decision.outcome_measure, RecordPart::outcome_measure);
    missing.without_words(decision.exit_plan, RecordPart::exit_plan);

    if (decision.unregistered) missing.without_words(decision.unregistered_reason, RecordPart::unregistered_reason);
    if (decision.out_of_area) missing.without_words(decision.out_of_area_reason, RecordPart::out_of_area_reason);
    if (decision.split) missing.without_words(decision.split_reason, RecordPart::split_reason);
    if (decision.weeks > weeks_without_reason(facts, law)) missing.without_words(decision.long_reason, RecordPart::long_reason);
    if (decision.roll && needs_roll_reason(*decision.roll, facts)) missing.without_words(decision.roll_reason, RecordPart::roll_reason);
    return missing.found;
}

}  // namespace waymark::panel
