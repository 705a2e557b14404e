// One page of the list of children: its cost follows what it shows, however many there are.
#pragma once

#include <cstddef>
#include <vector>

#include "pupils/store/pupils.hpp"

namespace waymark::pupils {

struct PupilPage {
    std::vector<PupilSummary> rows;
    std::size_t count = 0;  // of all that the filter finds
};
/// The rows of list_pupils from `skipped` on, at most `rows` of them.
[[nodiscard]] PupilPage page_of_pupils(Transaction& tx, const Who& who, const PupilFilter& filter, std::size_t skipped, std::size_t rows);

}  // namespace waymark::pupils
