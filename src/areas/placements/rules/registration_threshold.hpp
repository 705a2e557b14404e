// Whether a provider that is not a school is near or over the line where it must register as one.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "vocabulary/law.hpp"

namespace waymark::placements {

/// One child's week at the provider, added over all commissioners.
struct WeekAtProvider {
    std::string child;                  // any key that tells children apart
    int minutes_here = 0;               // of all placements with this provider
    int minutes_all = 0;                // of all placements anywhere
    bool of_compulsory_school_age = true;
    bool has_plan_or_looked_after = false;
    bool attends_a_school = false;      // on a school's roll and expected there for part of the week
    bool has_sen_support = false;       // special educational needs without a plan
};

/// Full-time children of whom only the provider itself has told: they are counted besides those in the timetables.
struct DeclaredChildren {
    int full_time = 0;
    int full_time_vulnerable = 0;       // of these, with an EHC plan or looked after
};

enum class ThresholdLevel { clear, warn, breach };

struct Threshold {
    ThresholdLevel level = ThresholdLevel::clear;
    int full_time = 0;                  // n: children whose education here is full-time
    int full_time_vulnerable = 0;       // v: of these, with an EHC plan or looked after
    std::vector<std::string> children;  // who is counted in n, without those the provider declared
    std::string words;                  // the sum, in words
};

/// The level for an unregistered provider, with the sum shown.
///
/// A child with special educational needs and no plan warns as soon as the education is full-time: section 43 of the Children's
/// Wellbeing and Schools Act 2026 would count such a child, and is not in force on the text read.
/// Rule       R28: breach at n >= 5 or v >= 1; warn at n >= 3, or a child with a plan or looked after at 15 hours
/// Source     Education and Skills Act 2008 ss.92, 96; Education Act 1996 s.463; DfE unregistered schools guidance
[[nodiscard]] Threshold registration_threshold(std::span<const WeekAtProvider> weeks, const Law& law, const DeclaredChildren& declared = {});

/// Whether the education here is full-time: over 18 hours a week, or four-fifths of the child's whole week and more.
///
/// The share of a child's week is asked only of a child who attends no school: a school's own hours are not recorded here.
/// Rule       R28
/// Source     DfE unregistered schools guidance: all or substantially all of a child's education; over 18 hours a week
[[nodiscard]] bool is_full_time_here(const WeekAtProvider& week, const Law& law);

/// Minutes as hours, for the sums in words: "18", "17.5".
[[nodiscard]] std::string hours_of(int minutes);

}  // namespace waymark::placements
