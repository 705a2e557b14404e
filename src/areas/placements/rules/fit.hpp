// Why a programme fits a child or not, in words: the hard rules of the shortlist. It weighs nothing; people choose.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "foundation/date.hpp"
#include "placements/rules/words.hpp"
#include "quality/rules/status.hpp"
#include "vocabulary/law.hpp"
#include "vocabulary/session.hpp"

namespace waymark::placements {

enum class Verdict { fits, does_not_fit, not_known };

/// One rule's answer about one programme. `code` is stable (`fit.age`); `words` is what a person reads.
struct FitReason {
    std::string code;
    Verdict verdict = Verdict::fits;
    std::string words;
    bool operator==(const FitReason&) const = default;
};

struct Fit {
    Verdict verdict = Verdict::fits;    // worst of the reasons: one that does not fit, else one not known
    std::vector<FitReason> reasons;     // all of them, in the order of the rules; a later one never hides an earlier one
    std::vector<WeekdaySession> open;      // free at the programme and at no other setting of the child
    std::vector<WeekdaySession> sessions;  // of these, what to offer: at most as many as are wanted
    [[nodiscard]] const FitReason* reason(std::string_view code) const;
};

/// What fit asks about the child; no name, so that a shortlist can be explained without one.
struct ChildToPlace {
    int age = 0;                              // on the day the placement would start
    int year_group = 0;
    std::string sex;                          // "female", "male", "unknown"
    std::optional<std::string> primary_need;  // codes.md 2.2; none: not recorded
    std::optional<std::string> secondary_need;
    bool on_mainstream_roll = false;
    bool has_plan_or_looked_after = false;
    std::vector<WeekdaySession> taken;        // sessions of other placements in that time
};

/// What was decided for the child, or what a school that commissions itself asks for.
struct PlaceWanted {
    std::optional<std::string> category;      // offer category id; none: any
    std::string category_name;
    int sessions_per_week = 10;
    bool split_agreed = false;                // several settings may make the week
    bool unregistered_agreed = false;         // signed off by a named person
    bool out_of_area_agreed = false;
};

struct ProgrammeToConsider {
    std::string category;
    std::string category_name;
    std::vector<int> category_key_stages;     // none: any
    bool dual_registration_required = false;
    bool is_registered = false;               // a school or college in the national register
    bool is_full_time = false;
    bool in_authority = true;
    int age_from = 0, age_to = 0;
    std::optional<std::string> sex;           // single-sex
    std::vector<std::string> needs;           // none: the programme says nothing about needs
    quality::Status assured = quality::Status::not_assured;
    std::string assured_words;                // "Assured until 3 March 2027"
    std::vector<WeekdaySession> runs;         // sessions it runs at all
    std::vector<WeekdaySession> free;         // of these, with a free place in the whole time wanted
    PriceUnit price_unit = PriceUnit::session;
    int session_minutes = 150;
    int minutes_already_here = 0;             // the child's week at this provider by other placements
    std::optional<double> distance_miles;     // straight line from the child's home; none: not known
    bool is_online = false;
};

/// Whether the programme fits, with every reason.
///
/// A missing fact never counts as a pass or a failure: its reason is `not_known`, and a person finds out.
/// Rule       R17, R21 (dual registration), R25 (no session twice), R28 and invariant 3, R36 (status drives placing)
/// Source     algorithms.md section 1, the eligibility table
[[nodiscard]] Fit fit_of(const ChildToPlace& child, const PlaceWanted& wanted, const ProgrammeToConsider& programme,
                         const Law& law);

/// Which of the free sessions to offer: whole days before single sessions, early in the week before late, so that a child
/// travels as few days as can be. `whole_days_only` when the price is by the day.
[[nodiscard]] std::vector<WeekdaySession> proposed_sessions(std::span<const WeekdaySession> free, int wanted,
                                                            bool whole_days_only);

[[nodiscard]] std::string_view verdict_name(Verdict verdict);  // "Fits", "Does not fit", "Not known"
[[nodiscard]] std::string need_name(std::string_view code);  // "social, emotional and mental health"

}  // namespace waymark::placements
