// Who has free transport to school or to a place that the authority arranged.
#pragma once

#include <string_view>

#include "vocabulary/law.hpp"

namespace waymark::pupils {

/// What decides it, for one child and one site: a child at two sites is judged for each.
struct TransportCase {
    int age = 0;                        // whole years, on the day of the journey
    bool is_compulsory_age = true;      // by the dates of R5, not by the age alone
    int walking_metres = 0;             // shortest way that a child can walk, accompanied as necessary
    bool is_nearest_suitable = true;    // the nearest school or place that is suitable for the child
    bool is_one_of_three_nearest = false;  // of the suitable schools
    bool is_chosen_for_belief = false;  // nearest school chosen for the parents' religion or belief
    bool has_low_income = false;        // free school meals or the highest working tax credit
    bool cannot_walk = false;           // because of special needs, a disability or mobility
    bool is_route_unsafe = false;       // even when accompanied
};

/// The first ground that holds, in this order; `none` when none does.
enum class TransportGround { none, cannot_walk, unsafe_route, walking_distance, low_income_to_10, low_income_three_nearest, low_income_belief };

/// On which ground the authority must provide transport free of charge.
///
/// Distances are miles in the law and metres here. Exactly the distance is within walking distance; one metre over is beyond it.
/// law     law.walking_miles_under_8, law.walking_miles_from_8, law.low_income_miles_8_to_10, law.low_income_miles_min and
///         law.low_income_miles_max, law.faith_miles_max
/// Rule    R52
/// Source  Education Act 1996 s.508B, Sch 35B; DfE, Travel to school for children of compulsory school age 2023
[[nodiscard]] TransportGround transport_ground(const TransportCase& child, const Law& law);

/// "Beyond walking distance to the nearest suitable school": for the page and the letter.
[[nodiscard]] std::string_view transport_ground_words(TransportGround ground);

}  // namespace waymark::pupils
