// The authority's own clocks for a child owed education under section 19, and the fifteen days of illness.
#pragma once

#include <optional>
#include <vector>

#include "pupils/rules/clock.hpp"
#include "vocabulary/law.hpp"
#include "vocabulary/school_year.hpp"

namespace waymark::pupils {

/// What has happened since the authority was told of a child without suitable education.
struct Section19Dates {
    Date told_on;
    std::optional<Date> decided_on;     // accepted, refused with a reason, or arranged
    std::optional<Date> started_on;     // first day of the education arranged
};

/// Decide within law.section_19_decision_school_days of being told. A local clock: late is a breach of the authority's
/// own promise, and is shown as one.
/// Rule    R13
/// Source  Education Act 1996 s.19; the number is a local choice
[[nodiscard]] Clock decision_clock(const Section19Dates& dates, CountedBy counted, const Law& law, Date today);

/// Start within law.section_19_start_school_days of being told.
/// Rule    R13
[[nodiscard]] Clock start_clock(const Section19Dates& dates, CountedBy counted, const Law& law, Date today);

/// How near a child is to missing fifteen school days for health in one school year, together or apart.
struct MedicalAbsence {
    int half_days = 0;
    bool is_owed = false;                   // law.medical_days are missed, or it is expected that they will be
    Severity severity = Severity::info;     // warn from law.medical_days_warning, breach when education is owed and not provided
    std::string words;                      // "10.5 of 15 school days missed for health in 2026 to 2027"
};
/// half_days   sessions marked I, over all schools, in that school year
/// is_provided whether education is arranged already: then nothing is owed
/// expected    such sessions by the end of that school year, those missed included, where somebody can foresee them: education is
///             owed as soon as it is clear that the fifteen days will be reached, without waiting for the last of them
/// Rule        R14
/// Source      DfE, Arranging education for children who cannot attend school because of health needs, 2023
[[nodiscard]] MedicalAbsence medical_absence(int half_days, bool is_provided, SchoolYear year, const Law& law, std::optional<int> expected = {});

}  // namespace waymark::pupils
