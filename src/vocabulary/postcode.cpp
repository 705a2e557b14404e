// The shapes a postcode can have.
#include "vocabulary/postcode.hpp"

#include <algorithm>
#include <array>

namespace waymark {
namespace {

/// The same text with A for each letter and 9 for each digit.
std::string shape_of(std::string_view text)
{
    std::string shape{text};
    std::ranges::transform(shape, shape.begin(), [](char letter) {
        if (letter >= '0' && letter <= '9') return '9';
        return letter >= 'A' && letter <= 'Z' ? 'A' : letter;
    });
    return shape;
}

}  // namespace

Result<Postcode> Postcode::parse(std::string_view text)
{
    std::string typed;
    for (const char letter : text) {
        if (letter == ' ' || letter == '\t') continue;
        typed += letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - ('a' - 'A')) : letter;
    }
    constexpr std::array<std::string_view, 6> outward_shapes{"A9", "A99", "AA9", "AA99", "A9A", "AA9A"};
    constexpr std::string_view never_inward = "CIKMOV";  // letters that the inward part avoids: easily misread
    if (typed.size() >= 5) {
        const std::string outward = typed.substr(0, typed.size() - 3), inward = typed.substr(typed.size() - 3);
        const bool known_shape = std::ranges::find(outward_shapes, shape_of(outward)) != outward_shapes.end() || outward == "GIR";
        if (known_shape && shape_of(inward) == "9AA" && inward.find_first_of(never_inward) == std::string::npos)
            return Postcode{outward + " " + inward};
    }
    return invalid("postcode.invalid", "Enter a full postcode, for example S1 2HH.");
}

}  // namespace waymark
