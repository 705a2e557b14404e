// R56: which children to follow in detail, as inspectors do with about six.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace waymark::inspection {

/// How many children inspectors are known to follow.  Source: Ofsted and CQC, area SEND inspections: framework and handbook
inline constexpr std::size_t children_followed = 6;

/// The places, from 0, of the children who together show the most kinds, in the order in which they were chosen.
///
/// Each next child is the one who shows the most kinds that none before has shown; of several the first in the list. Once no kind is
/// left, the first of those who remain. All, where there are no more than asked for.
/// kinds      for each child what it stands for: "unregistered setting", "looked after"
/// Rule       R56
/// Source     Ofsted and CQC, area SEND inspections: framework and handbook
[[nodiscard]] std::vector<std::size_t> children_to_follow(std::span<const std::vector<std::string>> kinds, std::size_t how_many = children_followed);

}  // namespace waymark::inspection
