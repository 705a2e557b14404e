// A child whose full-time education is made of part-time places at settings that are no schools.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "foundation/date.hpp"
#include "placements/rules/registration_days.hpp"
#include "vocabulary/law.hpp"

namespace waymark::placements {

struct AtUnregisteredProvider {
    std::string provider;
    std::vector<TimetabledMinutes> here;
};

struct ChildOverProviders {
    Date born;
    bool attends_a_school = false;                  // on a school's roll and expected there for part of the week
    std::vector<AtUnregisteredProvider> unregistered;
    std::vector<TimetabledMinutes> elsewhere;       // at registered providers
};

struct PatchworkStretch {
    Date from, to;
    int providers = 0;                              // unregistered ones that the child attends
    int minutes_a_week = 0;                         // at all of these together
};

/// The days on which a child of compulsory school age is at two or more unregistered providers, at none of them full-time, and at
/// all of them together full-time by the same test. It is lawful; inspectors ask about it.
/// Rule       R28
/// Source     DfE unregistered schools guidance
[[nodiscard]] std::vector<PatchworkStretch> patchwork_days(const ChildOverProviders& child, Date first, Date last, const Law& law);

}  // namespace waymark::placements
