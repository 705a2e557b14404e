// The check letter of a UPN, computed as the DfE publishes it.
#include "vocabulary/upn.hpp"

namespace waymark {
namespace {

constexpr std::string_view alphabet = "ABCDEFGHJKLMNPQRTUVWXYZ";  // 23 letters: no I, O, S
constexpr std::size_t length = 13;

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
    if (alphabet.find(upn.front()) == std::string_view::npos) return false;
    for (std::size_t place = 1; place + 1 < length; ++place)
        if (!is_digit(upn[place])) return false;
    return is_digit(upn.back()) || alphabet.find(upn.back()) != std::string_view::npos;
}

char check_letter(std::string_view upn)
{
    // Characters 2 to 13 are weighted by their position; a letter at the end counts as its place in the alphabet.
    std::size_t sum = 0;
    for (std::size_t place = 1; place < length; ++place) {
        const std::size_t value = is_digit(upn[place]) ? static_cast<std::size_t>(upn[place] - '0') : alphabet.find(upn[place]);
        sum += value * (place + 1);
    }
    return alphabet[sum % alphabet.size()];
}

}  // namespace

Result<Upn> Upn::parse(std::string_view text)
{
    std::string upn = tidied(text);
    if (upn.size() != length)
        return invalid("upn.length", "A UPN has 13 characters, for example R373000026001. Check it and enter it again.");
    if (!is_well_shaped(upn))
        return invalid("upn.letters",
                       "A UPN is a letter and 12 digits; a temporary one ends in a letter. It never holds I, O or S. Check it "
                       "and enter it again.");
    if (upn.front() != check_letter(upn))
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
