// Which rolls a child stands on, and what is wrong with them.
#pragma once

#include <span>
#include <vector>

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

/// How a child stands on the rolls on a day: on none, on one alone, on a main school's with one or more second ones, or in a way
/// that cannot be.
enum class Rolls { none, single, dual, wrong };
enum class RollFault { two_single, two_main, second_without_main, main_without_second, single_beside_others };

struct RollsOnDay {
    Rolls rolls = Rolls::none;
    std::vector<RollFault> faults;
};

/// The rolls of a day read strictly, for the lists that both schools see. While rolls are typed in, `problems_with_rolls` lets a main
/// school stand alone for the moment. A guest stands on no roll.
/// Rule     R21
/// Source   SI 2024/208 regs 5 to 8
[[nodiscard]] RollsOnDay rolls_on(std::span<const Enrolment> enrolments, Date day);

/// Who answers for what while a child is placed.
enum class RollMatter {
    attendance, exam_entries, sen_support, safeguarding, quality_of_placement, section_19, ehc_plan, transport, children_from_elsewhere,
};
/// The roll school is the main one; the home authority is where the child lives, the host authority where the site is.
enum class Answerer { roll_school, commissioner, home_authority, host_authority };

/// Rule     R21
[[nodiscard]] Answerer who_answers(RollMatter matter);

}  // namespace waymark::pupils
