// What the pages of clocks share.
#pragma once

#include <string>
#include <vector>

#include "clocks/store/facts.hpp"
#include "clocks/rules/running_clocks.hpp"
#include "pupils/rules/clock.hpp"
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

/// "Duty not met", "Due soon", "Not known", "On time", "Met", "Lawfully open".
[[nodiscard]] std::string_view state_words(const RunningClock& running);
[[nodiscard]] ui::Html state_mark(const RunningClock& running);
/// "Was due 9 November 2026, 10 school days late"; "Due today, 24 November 2026"; "Not known: calendar missing"; what was counted, where there is no day.
[[nodiscard]] std::string due_sentence(const RunningClock& running);

/// The clocks as the child's own pages show them. One that is lawfully left open is not shown there.
[[nodiscard]] std::vector<pupils::ClockShown> clocks_of_record(Transaction& tx, const pupils::PupilSummary& pupil);

[[nodiscard]] std::string clocks_href(const pupils::PupilSummary& pupil);

}  // namespace waymark::clocks
