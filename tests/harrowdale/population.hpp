// The made-up children: who they are, and the road each is on, as plain values before anything is written.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/date.hpp"

namespace waymark::harrowdale {

/// Where on the road a child stands today.
enum class Stand {
    known,           // on a school's roll, no referral
    draft,           // a referral is being written
    submitted,       // sent, not yet triaged
    asked_for_more,  // the clerk has asked the school something
    ready,           // waits for the panel
    decided,         // waits for a place
    offered,         // offers are out
    planned,         // a place is accepted, confirmations under way
    active,          // in provision
    ended,           // came back, or moved on
};

/// One placement of a child's story. Sessions are bits: Monday am = 1, Monday pm = 2, Tuesday am = 4, …
struct PlannedPlacement {
    std::string_view provider;
    std::size_t programme = 0;       // index in the provider's cast
    unsigned sessions = 0;
    Date from, expected_end;
    std::optional<Date> ended;
    std::string end_reason, destination;
    int attendance_percent = 85;     // what share of the sessions this child comes to
};

struct PlannedPupil {
    std::string first_name, last_name, known_as;
    std::string sex;
    Date born;
    int year_group = 0;
    std::string_view school;         // key in the cast
    std::string upn;
    std::string ethnicity, language;
    std::string sen = "none", primary_need;
    bool looked_after = false, social_worker = false, free_meals = false, young_carer = false, youth_justice = false, protected_address = false;
    Stand stand = Stand::known;
    std::string reason;              // the guide's ten
    std::string category;
    bool excluded = false;           // permanently
    Date need_since, sent, triaged, decided, offered;
    std::vector<PlannedPlacement> placements;
    std::string child_words, family_words;
    bool review_overdue = false;     // one half-term review was missed
};

struct PopulationOptions {
    int pupils = 420;
    int years = 1;                   // how many school years of histories
    std::uint64_t seed = 1;
    Date today;
};

/// The children in the order they are written. The same options give the same children; dates move with `today`.
[[nodiscard]] std::vector<PlannedPupil> population(const PopulationOptions& options);

/// A UPN with its right check letter and establishment 0000, so that it can be no real child's (R48).
[[nodiscard]] std::string made_up_upn(int authority, int year, int serial);

}  // namespace waymark::harrowdale
