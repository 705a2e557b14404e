// Whether a provider that is not a school is over the line day by day: a plan made final or a birthday can move it while no
// timetable changes.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "foundation/date.hpp"
#include "placements/rules/day_changes.hpp"
#include "placements/rules/registration_threshold.hpp"

namespace waymark::placements {

/// A child with all that R28 asks, over all commissioners and all sites of the provider's proprietor.
struct ChildAtProvider {
    std::string child;                              // any key that tells children apart
    Date born;
    bool attends_a_school = false;                  // on a school's roll and expected there for part of the week
    std::vector<TimetabledMinutes> here, elsewhere; // elsewhere: with other providers, not at a school
    std::vector<DateRange> plan_or_looked_after;    // days with an EHC plan, days looked after
    std::vector<DateRange> sen_support;
};

/// What the provider declared of children whom no timetable holds, for some days.
struct Declaration {
    DateRange days;
    DeclaredChildren children;
};

struct ProviderChildren {
    std::span<const ChildAtProvider> children;
    std::span<const Declaration> declared;
};

/// Each child's week at the provider as it stands on a day: what the threshold is counted from.
/// Rule       R28
[[nodiscard]] std::vector<WeekAtProvider> weeks_on(Date day, std::span<const ChildAtProvider> children);

/// Days in a row with the same level and the same numbers.
struct RegistrationStretch {
    Date from, to;
    ThresholdLevel level = ThresholdLevel::clear;
    int full_time = 0;                              // n
    int full_time_vulnerable = 0;                   // v
    std::string words;                              // the sum, as it stands on the first day
};

struct RegistrationDays {
    std::vector<RegistrationStretch> stretches;     // all days asked about, in order
    std::optional<Date> warn_from, breach_from;     // the first day at that level
    std::string words;                              // the sum of the first day of breach, else of warn, else of the first day
};

/// The level on each day from the first to the last, as stretches of days that are alike.
///
/// A child counts on a day with the timetables in force that day, the age on that day, and the plan or care of that day. Records
/// with the same key are one child: timetables and days are added up, age and school are those of the first.
/// law        the numbers that hold for all these days
/// Rule       R28
/// Source     Education and Skills Act 2008 ss.92, 96; Education Act 1996 s.463; DfE unregistered schools guidance
[[nodiscard]] RegistrationDays registration_days(const ProviderChildren& provider, Date first, Date last, const Law& law);

enum class PlacingEffect { allow, warn, block };

/// What new placements would change at the provider.
struct PlacementEffect {
    PlacingEffect effect = PlacingEffect::allow;
    std::optional<Date> from;                       // the first day on which they block, else warn
    RegistrationDays before, after;
};

/// Whether proposed placements take the provider over the line, or near it, and from which day.
///
/// `block` where on some day the level is breach and the placements have added to n or v; an override is for a head of service,
/// with a reason. `warn` where on some day they have raised the level, or added to n or v of a provider that is not clear.
/// proposed   their timetables and days are added to those of the same child under `provider`, whose age and school then count
/// Rule       R28
/// Source     Education and Skills Act 2008 ss.92, 96; Education Act 1996 s.463
[[nodiscard]] PlacementEffect effect_of_placing(const ProviderChildren& provider, std::span<const ChildAtProvider> proposed, Date first, Date last,
                                                const Law& law);

}  // namespace waymark::placements
