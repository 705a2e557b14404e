// The dated facts that a clock needs and that no other record holds.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/date.hpp"
#include "foundation/result.hpp"
#include "pupils/rules/pupil.hpp"

namespace waymark::clocks {

struct FactTag;
using FactId = IdOf<FactTag>;

enum class FactKind {
    // About a permanent exclusion
    parent_told, governors_met, review_requested, review_waived, review_finished,
    // A reduced timetable at the child's own school
    part_time_began, part_time_agreed, part_time_end_agreed, part_time_reviewed, part_time_renewed, part_time_officer_agreed, part_time_ended,
    // About a direction off site
    direction_review_requested, direction_review_held,
    // Illness
    health_education_arranged,
    // EHC assessment, plan and annual review
    ehc_requested, ehc_refused, ehc_to_assess, ehc_plan_issued, ehc_review_met, ehc_review_decided, ehc_amendment_notice,
    // A looked-after child's personal education plan
    pep_begun, pep_ready,
    // Fair access
    fair_access_referred, fair_access_placed,
};

/// What a fact is about, besides the child.
enum class FactSubject { child, exclusion, placement };

struct FactWords {
    FactKind kind;
    FactSubject subject;
    std::string_view rule;          // "R11"
    std::string_view name;          // "The governors met"
    bool may_lie_ahead = false;     // a day that was agreed, not one on which something was done
};

struct DatedFact {
    FactId id;
    FactKind kind = FactKind::parent_told;
    Date on;
    std::optional<Id> about;        // the exclusion or placement
    std::string note;
};

[[nodiscard]] const FactWords& words_of(FactKind kind);
[[nodiscard]] std::span<const FactWords> all_facts_words();

/// What is wrong with recording it: a day that has not come, or one before the child was born; no exclusion or placement named
/// where the fact is about one; a fact that is there already for that day.
/// Fails   `fact.in_future`, `fact.before_birth`, `fact.about_missing`, `fact.twice`
[[nodiscard]] Problems problems_with(const DatedFact& fact, std::span<const DatedFact> known, Date born, Date today);

}  // namespace waymark::clocks
