// The figures of a front page. Each is counted by the very function that lists its rows, so that the two cannot differ.
#pragma once

#include <string>
#include <vector>

#include "platform/context.hpp"

namespace waymark::home {

struct Figure {
    long long count = 0;
    std::string sentence;   // "reviews overdue"
    std::string href;       // the list that has exactly those rows
    bool pressing = false;  // somebody must act on it
};

/// The figures that this person's role looks at first, the most pressing first.
[[nodiscard]] std::vector<Figure> figures_of(Transaction& tx, const Who& who);

}  // namespace waymark::home
