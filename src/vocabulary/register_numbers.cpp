// Shapes and check digits of register numbers.
#include "vocabulary/register_numbers.hpp"

#include <algorithm>

#include "vocabulary/check_digits.hpp"

namespace waymark {
namespace {

bool are_digits(std::string_view text, std::size_t length)
{
    return text.size() == length && std::ranges::all_of(text, [](char letter) { return letter >= '0' && letter <= '9'; });
}

std::string without_spaces(std::string_view text)
{
    std::string kept{text};
    std::erase_if(kept, [](char letter) { return letter == ' ' || letter == '\t'; });
    return kept;
}

}  // namespace

Result<Uln> Uln::parse(std::string_view text)
{
    std::string uln = without_spaces(text);
    if (uln == "9999999999") return invalid("uln.dummy", "9999999999 means that there is no ULN. Leave the box empty instead.");
    if (!are_digits(uln, 10) || uln_check_digit(std::string_view{uln}.substr(0, 9)) != uln.back() - '0')
        return invalid("uln.invalid", "A ULN has 10 digits and these do not fit together. Check it and enter it again.");
    return Uln{std::move(uln)};
}

Result<Urn> Urn::parse(std::string_view text)
{
    std::string urn = without_spaces(text);
    if (!are_digits(urn, 6) || urn.front() == '0') return invalid("urn.invalid", "A URN has 6 digits, for example 123456.");
    return Urn{std::move(urn)};
}

Result<Ukprn> Ukprn::parse(std::string_view text)
{
    std::string ukprn = without_spaces(text);
    if (!are_digits(ukprn, 8) || ukprn.front() != '1')
        return invalid("ukprn.invalid", "A UKPRN has 8 digits and starts with 1, for example 10012345.");
    return Ukprn{std::move(ukprn)};
}

Result<DfeNumber> DfeNumber::parse(std::string_view text)
{
    std::string number = without_spaces(text);
    if (number.size() == 8 && (number[3] == '/' || number[3] == '-')) number.erase(3, 1);
    if (!are_digits(number, 7) || number.front() == '0')
        return invalid("dfe_number.invalid", "A DfE number has 7 digits: 3 for the authority and 4 for the school, for example 373/4000.");
    return DfeNumber{number.substr(0, 3), number.substr(3)};
}

}  // namespace waymark
