// The shape of a UPN, and whether its check letter fits.
#include "vocabulary/upn.hpp"

#include "vocabulary/check_digits.hpp"

namespace waymark {
namespace {

constexpr std::size_t upn_length = 13;

std::string tidied(std::string_view text)
{
    std::string kept;
    for (const char letter : text) {
        if (letter == ' ' || letter == '\t') continue;
        kept += letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - ('a' - 'A')) : letter;
    }
    return kept;
}

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

bool is_well_shaped(std::string_view upn)
{
    if (upn_alphabet.find(upn.front()) == std::string_view::npos) return false;
    for (std::size_t place = 1; place + 1 < upn_length; ++place)
        if (!is_digit(upn[place])) return false;
    return is_digit(upn.back()) || upn_alphabet.find(upn.back()) != std::string_view::npos;
}

}  // namespace

Result<Upn> Upn::parse(std::string_view text)
{
    std::string upn = tidied(text);
    if (upn.size() != upn_length)
        return invalid("upn.length", "A UPN has 13 characters, for example R373000026001. Check it and enter it again.");
    if (!is_well_shaped(upn))
        return invalid("upn.letters",
                       "A UPN is a letter and 12 digits; a temporary one ends in a letter. It never holds I, O or S. Check it "
                       "and enter it again.");
    if (upn_check_letter(std::string_view{upn}.substr(1)) != upn.front())
        return invalid("upn.check", "This is not a UPN: a character is wrong or two are swapped. Check it and enter it again.");
    return Upn{std::move(upn)};
}

bool Upn::is_temporary() const { return !is_digit(text_.back()); }

Result<UpnHistory> with_new_upn(const UpnHistory& numbers, const Upn& found)
{
    if (found == numbers.current) return numbers;
    if (found.is_temporary() && !numbers.current.is_temporary())
        return refused("upn.back_to_temporary", "This child has a permanent UPN. Keep it; do not replace it by a temporary one.");
    return UpnHistory{.current = found, .former = numbers.current.text()};
}

}  // namespace waymark
