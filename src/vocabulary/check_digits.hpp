// Check letters and digits: what the last or first character of a number must be for the rest of it to be typed right.
#pragma once

#include <optional>
#include <string_view>

namespace waymark {

/// The 23 letters of a UPN in their order, which gives each its value: no I, O or S.
inline constexpr std::string_view upn_alphabet = "ABCDEFGHJKLMNPQRTUVWXYZ";

/// The letter that a UPN starts with, from the twelve characters after it: digits, the last one perhaps a letter. Nothing when
/// they are anything else.
/// Rule    R48
/// Source  DfE, Unique pupil numbers: guidance for schools and local authorities
[[nodiscard]] std::optional<char> upn_check_letter(std::string_view twelve);

/// The last digit of a ULN, from its first nine. Nothing when no ULN is issued with these, or they are not nine digits.
/// Rule    R49
/// Source  Learning Records Service
[[nodiscard]] std::optional<int> uln_check_digit(std::string_view nine);

/// The last digit of an NHS number, from its first nine. Nothing when none is issued with these, or they are not nine digits.
/// Rule    R49
/// Source  NHS Data Dictionary, NHS number
[[nodiscard]] std::optional<int> nhs_number_check_digit(std::string_view nine);

}  // namespace waymark
