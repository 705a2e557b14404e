// Shapes and the check digit of an authority's code and an NHS number.
#include "vocabulary/other_numbers.hpp"

#include <algorithm>

#include "vocabulary/check_digits.hpp"

namespace waymark {
namespace {

std::string spaces_left_out(std::string_view text)
{
    std::string kept{text};
    std::erase_if(kept, [](char letter) { return letter == ' ' || letter == '\t'; });
    return kept;
}

bool holds_digits_only(std::string_view text)
{
    return std::ranges::all_of(text, [](char letter) { return letter >= '0' && letter <= '9'; });
}

}  // namespace

Result<AuthorityCode> AuthorityCode::parse(std::string_view text)
{
    std::string code = spaces_left_out(text);
    if (code.size() != 3 || !holds_digits_only(code) || code.front() == '0')
        return invalid("authority_code.invalid", "An authority’s code has 3 digits, for example 373. Check it and enter it again.");
    return AuthorityCode{std::move(code)};
}

Result<NhsNumber> NhsNumber::parse(std::string_view text)
{
    std::string number = spaces_left_out(text);
    if (number.size() == 10 && holds_digits_only(number))
        if (nhs_number_check_digit(std::string_view{number}.substr(0, 9)) == number.back() - '0') return NhsNumber{std::move(number)};
    return invalid("nhs_number.invalid", "An NHS number has 10 digits and these do not fit together. Check it and enter it again.");
}

std::string NhsNumber::shown() const { return text_.substr(0, 3) + " " + text_.substr(3, 3) + " " + text_.substr(6); }

}  // namespace waymark
