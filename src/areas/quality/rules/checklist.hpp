// Scores of the checklist, added up to a percentage for each area and a status.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "quality/rules/status.hpp"

namespace waymark::quality {

/// The most points a criterion can have: 0 not met, 1 partly met, 2 met.
inline constexpr int points_of_met = 2;

struct CriterionScore {
    int area = 0;                       // number of the area the criterion belongs to
    bool is_critical = false;
    std::optional<int> points;          // none: does not apply to this provider
};

struct AreaScore {
    int area = 0;
    int points = 0;
    int applicable = 0;                 // criteria that apply
    std::optional<int> percent;         // points of all that could be had, rounded down; none where no criterion applies
};

struct ChecklistResult {
    std::vector<AreaScore> areas;       // by number
    int critical_not_met = 0;
    std::optional<int> lowest_area_percent;
    Status status = Status::not_assured;  // as of the visit: documents and suspensions are judged by `assurance_on`
};

/// What one visit's scores come to: percent of an area = points / (2 x applicable criteria).
///
/// Any critical criterion at 0 gives not_assured; else any area below the authority's percentage gives assured_with_conditions;
/// else assured. Rounding down never lifts an area over the line. Where no criterion applies nothing was checked: not_assured.
/// Rule       R36; the compute paragraph of the QA checklist (rules.md, G)
/// Source     DfE voluntary national standards for non-school alternative provision (2025); local thresholds
[[nodiscard]] ChecklistResult checklist_result(std::span<const CriterionScore> scores, const AssuranceTerms& terms = {});

}  // namespace waymark::quality
