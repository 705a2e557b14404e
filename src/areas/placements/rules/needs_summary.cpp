// Three short paragraphs without a name.
#include "placements/rules/needs_summary.hpp"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "foundation/text.hpp"
#include "placements/rules/fit.hpp"

namespace waymark::placements {
namespace {

bool is_letter(char byte) { return std::isalnum(static_cast<unsigned char>(byte)) != 0 || static_cast<unsigned char>(byte) >= 0x80; }

/// Whole words only: "Sam" stays in "Same".
std::string without_name(std::string words, const std::string& name)
{
    if (name.empty()) return words;
    for (std::size_t at = words.find(name); at != std::string::npos; at = words.find(name, at)) {
        const std::size_t after = at + name.size();
        if ((at > 0 && is_letter(words[at - 1])) || (after < words.size() && is_letter(words[after]))) {
            at = after;
            continue;
        }
        const bool starts_sentence = at == 0 || words[at - 1] == '\n' || (at >= 2 && words[at - 1] == ' ' && words[at - 2] == '.');
        const std::string instead = starts_sentence ? "The young person" : "the young person";
        words.replace(at, name.size(), instead);
        at += instead.size();
    }
    return words;
}

}  // namespace

std::string needs_summary(const NeedsToTell& known)
{
    std::string summary = known.year_group ? fmt::format("Year {}, age {}.", *known.year_group, known.age) : fmt::format("Age {}.", known.age);
    if (!known.sen.empty()) summary += " " + known.sen + ".";
    if (known.primary_need) summary += fmt::format(" Main need: {}.", need_name(*known.primary_need));
    if (!known.needs.empty()) summary += "\n\nNeeds: " + std::string{trimmed(known.needs)};
    if (!known.strengths.empty()) summary += "\n\nStrengths: " + std::string{trimmed(known.strengths)};
    // Longer names first, so that "Jordan Ellis" goes before "Jordan".
    auto names = known.names;
    std::ranges::sort(names, std::ranges::greater{}, &std::string::size);
    for (const auto& name : names) summary = without_name(std::move(summary), name);
    return summary;
}

}  // namespace waymark::placements
