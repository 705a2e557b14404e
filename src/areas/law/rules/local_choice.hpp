// What an authority may choose for a number that the law leaves to it.
#pragma once

#include "foundation/result.hpp"
#include "vocabulary/law.hpp"

namespace waymark::law {

/// The least and the most that make sense for a number of that unit.
struct SensibleRange {
    int least = 1, most = 1;
};
[[nodiscard]] SensibleRange sensible_range(const LawNumber& number);

/// What is wrong with a value for that number. `with_it` is the law of the day it is to hold from, with the value in it and the
/// authority's other choices: a warning has to come before what it warns about, and a first step before the second.
/// Fails   `law.not_local`, `law.choice_out_of_range`, `law.choice_out_of_order`; each at the field `value`
/// Source  Statute and guidance are not the authority's to change; the ranges are Waymark's own, wide enough for any practice
[[nodiscard]] Problems problems_with_choice(const LawNumber& number, int value, const Law& with_it);

}  // namespace waymark::law
