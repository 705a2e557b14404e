// What each of the eight sections must hold before a referral can be sent, and what is still missing, in words.
#pragma once

#include <map>
#include <vector>

#include "foundation/result.hpp"
#include "referrals/rules/referral.hpp"

namespace waymark::referrals {

enum class SectionState { not_started, in_progress, completed };

/// How far the writer says each section is; a section without an entry is not started.
using SectionStates = std::map<Section, SectionState>;

/// The referral with what was typed for one section in place; all other sections stay as they were.
[[nodiscard]] Referral with_section(Referral referral, const Referral& typed, Section section);

/// What stands in the way of calling the section complete. The fields are those of the section's page.
/// Strengths come before needs on purpose: a child is referred as a person, not as a problem.
/// Codes   `referral.reasons_missing`, `referral.primary_reason_missing`, `referral.need_since_missing`,
///         `referral.in_future`, `referral.text_missing`, `referral.child_view_missing`, `referral.family_told_missing`
/// Rule    R23: child's view and parent's view stand with the decision
[[nodiscard]] Problems problems_with_section(const Referral& referral, Section section, Date today);

/// What keeps the referral from being sent: each section that is not marked complete, or no longer is.
/// Codes   `referral.section_incomplete`; the field is the section's slug
[[nodiscard]] Problems problems_with_sending(const Referral& referral, const SectionStates& states, Date today);

}  // namespace waymark::referrals
