// Which rolls a child stands on, and what is wrong with them.
#pragma once

#include <span>

#include "foundation/result.hpp"
#include "pupils/rules/records.hpp"

namespace waymark::pupils {

/// What is wrong with a child's rolls on one day: two single rolls, two main schools, a second school without a main one,
/// or a single roll beside others. On no roll at all is not wrong here: such a child is looked for elsewhere (R42).
///
/// Codes    `enrolment.two_rolls`, `enrolment.two_main`, `enrolment.second_without_main`
/// Rule     R21
/// Source   SI 2024/208 regs 5 to 8
[[nodiscard]] Problems problems_with_rolls(std::span<const Enrolment> enrolments, Date day);

}  // namespace waymark::pupils
