#include "clocks/rules/fact_kinds.hpp"

#include <algorithm>
#include <array>

namespace waymark::clocks {
namespace {

constexpr auto words_of_facts = [] {
    using enum FactKind;
    return std::to_array<FactWords>({
        {parent_told, FactSubject::exclusion, "R9", "The parent was told where education from day six will be"},
        {governors_met, FactSubject::exclusion, "R11", "The governors met"},
        {review_requested, FactSubject::exclusion, "R11", "The parent asked for an independent review"},
        {review_waived, FactSubject::exclusion, "R11", "The parent wrote that they will not ask for a review"},
        {review_finished, FactSubject::exclusion, "R11", "The independent review panel finished"},
        {part_time_began, FactSubject::child, "R16", "A part-time timetable at school began"},
        {part_time_agreed, FactSubject::child, "R16", "The parent agreed to the part-time timetable"},
        {part_time_end_agreed, FactSubject::child, "R16", "The last day agreed for the part-time timetable", true},
        {part_time_renewed, FactSubject::child, "R16", "The part-time timetable was renewed: first day of the new stretch"},
        {part_time_officer_agreed, FactSubject::child, "R16", "An officer of the authority agreed to renew the part-time timetable again"},
        {part_time_reviewed, FactSubject::child, "R16", "The part-time timetable was reviewed"},
        {part_time_ended, FactSubject::child, "R16", "The part-time timetable ended"},
        {direction_review_requested, FactSubject::placement, "R19", "A review of the off-site direction was asked for"},
        {direction_review_held, FactSubject::placement, "R19", "The off-site direction was reviewed"},
        {health_education_arranged, FactSubject::child, "R14", "Education during illness was arranged"},
        {ehc_requested, FactSubject::child, "R39", "An EHC assessment was asked for"},
        {ehc_refused, FactSubject::child, "R39", "The authority decided not to assess, or not to make a plan"},
        {ehc_to_assess, FactSubject::child, "R39", "The authority decided to assess"},
        {ehc_plan_issued, FactSubject::child, "R39", "The final EHC plan was issued"},
        {ehc_review_met, FactSubject::child, "R40", "The annual review meeting was held"},
        {ehc_review_decided, FactSubject::child, "R40", "The authority decided after the annual review"},
        {ehc_amendment_notice, FactSubject::child, "R40", "Notice was given that the plan will be amended"},
        {pep_begun, FactSubject::child, "R41", "The personal education plan was begun"},
        {pep_ready, FactSubject::child, "R41", "The personal education plan was ready for the care review"},
        {fair_access_referred, FactSubject::child, "R43a", "The child was referred under the fair access protocol"},
        {fair_access_placed, FactSubject::child, "R43a", "A place was allocated under fair access"},
    });
}();

}  // namespace

const FactWords& words_of(FactKind kind)
{
    const auto found = std::ranges::find(words_of_facts, kind, &FactWords::kind);
    expects(found != words_of_facts.end());
    return *found;
}

std::span<const FactWords> all_facts_words() { return words_of_facts; }

Problems problems_with(const DatedFact& fact, std::span<const DatedFact> known, Date born, Date today)
{
    Problems problems;
    if (fact.on > today && !words_of(fact.kind).may_lie_ahead) problems.add("fact.in_future", "This day has not come yet. Record it when it has happened.", "on");
    if (fact.on < born) problems.add("fact.before_birth", "This day is before the child was born. Check the year.", "on");
    if (words_of(fact.kind).subject != FactSubject::child && !fact.about)
        problems.add("fact.about_missing", "Choose which exclusion or placement this is about.", "about");
    if (std::ranges::any_of(known, [&](const DatedFact& other) { return other.kind == fact.kind && other.on == fact.on && other.about == fact.about; }))
        problems.add("fact.twice", "This is recorded already for that day.", "on");
    return problems;
}

}  // namespace waymark::clocks
