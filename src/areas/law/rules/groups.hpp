// The rules one can ask, by what they are about. Each group is a file; all of them together: rule_function.cpp.
#pragma once

#include "law/rules/rule_function.hpp"

namespace waymark::law {

[[nodiscard]] std::vector<RuleFunction> time_rules();            // R1 to R5: days, terms, years, ages
[[nodiscard]] std::vector<RuleFunction> exclusion_rules();       // R6 to R12: exclusions, suspensions, and what they set going
[[nodiscard]] std::vector<RuleFunction> section_19_rules();      // R13 to R16: education that is owed, illness, part-time timetables
[[nodiscard]] std::vector<RuleFunction> roll_rules();            // R17 to R22: legal basis, directions, managed moves, rolls
[[nodiscard]] std::vector<RuleFunction> placement_rules();       // R23 to R27, R31 to R34, R51: the week, confirmations, reviews, limits, price
[[nodiscard]] std::vector<RuleFunction> registration_rules();    // R28 to R29, R35 to R36: unregistered schools, assurance, allegations
[[nodiscard]] std::vector<RuleFunction> plan_rules();            // R37 to R41: EHC plans, EOTAS, looked-after children
[[nodiscard]] std::vector<RuleFunction> missing_rules();         // R42 to R43a: children missing education, fair access
[[nodiscard]] std::vector<RuleFunction> attendance_rules();      // R44 to R47: codes and rates
[[nodiscard]] std::vector<RuleFunction> identifier_rules();      // R48 to R49: numbers of children, schools and providers
[[nodiscard]] std::vector<RuleFunction> later_rules();           // R50, R52 to R60: moving on, transport, keeping, small numbers, moves in and out

}  // namespace waymark::law
