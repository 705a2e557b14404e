// What a provider is told when it is asked for a place: need, and not more than needed.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace waymark::placements {

struct NeedsToTell {
    int age = 0;
    std::optional<int> year_group;
    std::string sen;                      // "SEN support", "EHC plan"; empty: none recorded
    std::optional<std::string> primary_need;
    std::string needs;                    // the referral's own words
    std::string strengths;
    std::vector<std::string> names;       // of the child: none of them leaves in the summary
};

/// A draft for the commissioner to read and change. Reasons, risks, the family's views, address and school stay behind; a
/// name of the child in the referral's words becomes "the young person".
[[nodiscard]] std::string needs_summary(const NeedsToTell& known);

}  // namespace waymark::placements
