// Children out of sight: on no roll and without education, between two places, absent without leave, or educated where no
// register shows them.
#pragma once

#include <optional>
#include <span>

#include "foundation/result.hpp"
#include "vocabulary/deadline.hpp"
#include "vocabulary/law.hpp"

namespace waymark::pupils {

/// Who answers for a child's education on a day.
struct EducationOnDay {
    bool on_roll = false;                   // of any school
    bool suitably_educated = false;         // at alternative provision, at home, or otherwise
};

/// A child of compulsory school age on no roll and without suitable education: the authority must find the child.
/// Rule       R42
/// Source     Education Act 1996 s.436A; DfE, Children missing education
[[nodiscard]] bool is_missing_education(Date born, Date day, const EducationOnDay& education);

struct BetweenPlaces {
    Date born;
    Date ended_on;                          // last day of the place that ended
    std::optional<Date> next_starts_on;     // first day of the next; none: nothing arranged
    EducationOnDay meanwhile;
};

enum class UnplacedStage { none, list, warn, referral };

struct Unplaced {
    int school_days = 0;                    // without a place so far
    UnplacedStage stage = UnplacedStage::none;
    std::optional<Date> due;                // the last school day before a referral; none: not known, or nothing is owed until then
    int days_left = 0;                      // school days until then; negative once over it
    Severity severity = Severity::info;     // of the stage: list info, warn warn, referral breach
    bool is_met = false;                    // the next place has begun, or none is owed
};

/// School days between two places: from the first of them the child is listed, over law.unplaced_school_days_warning it warns, over
/// law.unplaced_school_days the child is referred as missing education. Only days in compulsory school age count. Nothing is
/// counted for a child who is on a roll or educated meanwhile.
///
/// school     the authority's calendar, since the child has no school
/// Fails      `calendar.missing`
/// Rule       R42
/// Source     Education Act 1996 s.436A; the days are a local choice
[[nodiscard]] Result<Unplaced> unplaced(const BetweenPlaces& child, Date today, const SchoolCalendar& school, const Law& law);

struct UnauthorisedRun {
    int longest = 0;                        // school days in a row
    int current = 0;                        // in a row up to today
    std::optional<Date> due;                // the school day on which the latest run that is long enough reached law.unauthorised_school_days
    Severity severity = Severity::info;
    bool is_met = false;                    // the authority was told, on or after the first day of that run
};

/// Unauthorised absence in consecutive school days, after which the school tells the authority. A school day that is not among the
/// absent ends a run; days on which the school does not meet, and days after today, are passed over.
///
/// It is a breach from the day after the run is long enough until the authority is told; that day itself warns, and so does a run
/// to today of half as many days.
/// told       today, and the day the authority was told
/// Fails      `calendar.missing`
/// Rule       R42
/// Source     DfE, Children missing education: ten continuous school days
[[nodiscard]] Result<UnauthorisedRun> unauthorised_run(std::span<const Date> absent, const Standing& told, const SchoolCalendar& school, const Law& law);

enum class RegisterGround { none, no_roll, educated_elsewhere };

/// Why a child would be on the register of children not in school; none for a child who would not be.
///
/// The register is announced and not in force on the text read: whether it is, the caller knows from the day it begins.
/// educated_elsewhere   a school has arranged or agreed that its pupil is educated elsewhere and absent some or all of the time
/// Rule       R43
/// Source     Children's Wellbeing and Schools Act 2026 s.38 (Education Act 1996 ss.436B to 436G)
[[nodiscard]] RegisterGround not_in_school_ground(Date born, Date day, bool on_roll, bool educated_elsewhere);

}  // namespace waymark::pupils
