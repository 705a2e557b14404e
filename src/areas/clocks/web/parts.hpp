// What the pages of clocks share.
#pragma once

#include <string>
#include <vector>

#include "clocks/store/facts.hpp"
#include "clocks/rules/running_clocks.hpp"
#include "pupils/rules/pupil.hpp"
#include "ui/ui.hpp"

namespace waymark::clocks {

/// The child, what their clocks are counted from, and the clocks.
struct ChildsClocks {
    pupils::PupilSummary pupil;
    PupilFacts facts;
    std::vector<RunningClock> running;
};
/// Fails `pupil.not_found`.
[[nodiscard]] Result<ChildsClocks> childs_clocks(Transaction& tx, std::string_view reference);

[[nodiscard]] ui::Html state_mark(const RunningClock& running);

[[nodiscard]] std::string clocks_href(const pupils::PupilSummary& pupil);

}  // namespace waymark::clocks
