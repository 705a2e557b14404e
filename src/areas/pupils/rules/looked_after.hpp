// Looked-after children: the clocks of the personal education plan (PEP), and what is asked before they are placed.
#pragma once

#include <optional>
#include <vector>

#include "foundation/result.hpp"
#include "vocabulary/deadline.hpp"
#include "vocabulary/law.hpp"

namespace waymark::pupils {

struct PersonalEducationPlan {
    Date looked_after_from;
    std::optional<Date> begun_on, ready_on;
    std::optional<Date> last_reviewed_on;   // the last review before the one that is due
};

struct PersonalEducationClocks {
    Deadline begun, ready;
};

/// Begun within law.pep_begun_working_days of the day the child became looked after, ready within law.pep_ready_working_days of it.
/// Rule       R41
/// Source     Children Act 1989 s.22(3A); Care Planning, Placement and Case Review (England) Regulations 2010
[[nodiscard]] PersonalEducationClocks personal_education_clocks(const PersonalEducationPlan& plan, Date today, const Law& law);

/// The review that is due next: by the last day of the first term that begins after the last review, or after the plan was ready,
/// or else after it should have been.
///
/// held       today, and the day on which that review was held
/// school     half-terms of the child's school, six a school year (two make a term), or three that are whole terms
/// Fails      `calendar.missing` when the calendar does not hold all terms of the school year that is counted on
/// Rule       R41
/// Source     Care Planning, Placement and Case Review (England) Regulations 2010: reviewed every term
[[nodiscard]] Result<Deadline> personal_education_review(const PersonalEducationPlan& plan, const Standing& held, const SchoolCalendar& school, const Law& law);

struct LookedAfterPlacement {
    bool is_looked_after = false;
    bool has_personal_education_plan = false;
    bool virtual_head_consulted = false;        // of the caring authority, which need not be where the child lives
    bool caring_authority_known = false;
    bool changes_school = false;
    std::optional<int> year_group;              // none: not known, and nothing is asked because of it
    bool senior_officer_agreed = false;
};

enum class LookedAfterGap { personal_education_plan, virtual_head, caring_authority, senior_officer };

/// What warns before a looked-after child is placed; none for a child who is not looked after. A change of school in key stage 4
/// needs a senior officer's agreement. For a child who was looked after before, the virtual head only gives advice.
/// Rule       R41
/// Source     Children Act 1989 s.22(3A); Care Planning, Placement and Case Review (England) Regulations 2010
[[nodiscard]] std::vector<LookedAfterGap> gaps_of_looked_after(const LookedAfterPlacement& placement);

}  // namespace waymark::pupils
