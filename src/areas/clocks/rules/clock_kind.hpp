// Every clock that can run for a child, with the rule it comes from and what ends it.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "clocks/rules/fact_kinds.hpp"

namespace waymark::clocks {

enum class ClockKind {
    full_time_after_exclusion, education_from_day_one, exclusion_notice, governors_meeting, review_panel_request, review_panel,
    full_time_during_suspension, suspended_days,
    section_19_decision, section_19_start, medical_days,
    part_time_agreement, part_time_officer, part_time_review, part_time_end,
    direction_notice, direction_review, step_out_end, half_termly_review,
    ehc_decision, ehc_plan, ehc_annual_review, ehc_review_decision, ehc_amended_plan,
    pep_begun, pep_ready,
    out_of_education, fair_access,
};

/// Grounds on which a duty is lawfully not met. The first two are the only ones that law leaves for day six (R8).
enum class Ground { exams_over, plan_caps_hours, health, not_of_compulsory_age, moved_away, parent_educates, agreed_in_writing, other };

struct ClockWords {
    ClockKind kind;
    std::string_view rule;                      // "R11"
    std::string_view name;                      // "Governors’ meeting"
    std::string_view source;
    std::vector<FactKind> ended_by;             // what can be recorded to end it; none: records elsewhere end it
    std::vector<Ground> grounds;                // why it may lawfully stay open
    bool of_exclusion = false;                  // a suspension or a permanent exclusion sets it off
    bool of_need = false;                       // about education that is owed: what a referral is made for
};

[[nodiscard]] const ClockWords& words_of(ClockKind kind);
[[nodiscard]] std::span<const ClockWords> all_clocks();
[[nodiscard]] std::string_view ground_words(Ground ground);
/// Counted up to a limit, such as days missed: it has a sum and no due day.
[[nodiscard]] bool is_counted(ClockKind kind);

}  // namespace waymark::clocks
