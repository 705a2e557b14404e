// A greedy choice: whoever adds most to what is shown comes next.
#include "inspection/rules/tracking.hpp"

#include <algorithm>
#include <set>

namespace waymark::inspection {

std::vector<std::size_t> children_to_follow(std::span<const std::vector<std::string>> kinds, std::size_t how_many)
{
    std::vector<std::size_t> left(kinds.size()), chosen;
    for (std::size_t at = 0; at < left.size(); ++at) left[at] = at;
    std::set<std::string> shown;
    const auto shows_new = [&](std::size_t child) {
        std::set<std::string> added;
        for (const auto& kind : kinds[child])
            if (!shown.contains(kind)) added.insert(kind);
        return added.size();
    };
    while (!left.empty() && chosen.size() < how_many) {
        const auto next = std::ranges::max_element(left, {}, shows_new);  // the first of several
        shown.insert(kinds[*next].begin(), kinds[*next].end());
        chosen.push_back(*next);
        left.erase(next);
    }
    return chosen;
}

}  // namespace waymark::inspection
