// A list asks for many children at once and gets what is kept in memory; inside a writing transaction each is counted afresh.
#include "clocks/store/shown_clocks.hpp"

#include <algorithm>

#include "clocks/store/all_clocks.hpp"
#include "pupils/store/counted_clocks.hpp"

namespace waymark::clocks {
namespace {

std::vector<ClockShown> all_of_child(Transaction& tx, PupilId pupil)
{
    std::vector<ClockShown> found;
    const auto facts = facts_of(tx, pupil);
    if (!facts) return found;
    for (const auto& running : clocks_of_child(tx, *facts)) found.push_back(shown(running));
    return found;
}

/// A count such as days missed for health has no day, so no list can be in its order.
bool presses(const RunningClock& running)
{
    return words_of(running.kind).of_need && !is_counted(running.kind) && !running.clock.is_met && !running.reason;
}

std::map<PupilId, ClockShown> pressing_of(Transaction& tx, std::span<const PupilId> children)
{
    std::map<PupilId, ClockShown> found;
    const auto take_first = [&](PupilId child, const std::vector<RunningClock>& running) {
        const auto first = std::ranges::find_if(running, presses);
        if (first != running.end()) found.emplace(child, shown(*first));
    };
    const auto kept = tx.writing() ? nullptr : all_clocks(tx);
    for (const PupilId child : children) {
        if (kept) {
            if (const auto* clocks = find_child(*kept, child)) take_first(child, clocks->running);
        } else if (const auto facts = facts_of(tx, child)) {
            take_first(child, clocks_of_child(tx, *facts));
        }
    }
    return found;
}

}  // namespace

ClockShown shown(const RunningClock& running)
{
    const ClockWords& words = words_of(running.kind);
    const bool is_unknown = !running.clock.is_met && !running.clock.due && !running.clock.school_days_left && !is_counted(running.kind);
    return {.clock = running.clock,
            .when = due_sentence(running),
            .state = std::string{state_words(running)},
            .counted_in = running.counted_in,
            .is_lawfully_open = running.reason.has_value(),
            .of_exclusion = words.of_exclusion,
            .of_need = words.of_need,
            .calendars_href = is_unknown ? "/admin/settings/terms" : ""};
}

void count_for_areas_below() { pupils::count_clocks_by({.of_child = all_of_child, .pressing_of = pressing_of}); }

}  // namespace waymark::clocks
