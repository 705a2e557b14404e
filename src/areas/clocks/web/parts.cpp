#include "clocks/web/parts.hpp"

#include "clocks/store/all_clocks.hpp"
#include "pupils/store/pupils.hpp"

namespace waymark::clocks {

Result<ChildsClocks> childs_clocks(Transaction& tx, std::string_view reference)
{
    ChildsClocks found{.pupil = TRY(pupils::pupil_of_page(tx, reference))};
    found.facts = TRY(facts_of(tx, found.pupil.id));
    found.running = clocks_of_child(tx, found.facts);
    return found;
}

std::string_view state_words(const RunningClock& running)
{
    if (running.clock.is_met) return "Met";
    if (running.reason) return "Lawfully open";
    switch (running.clock.severity) {
    case Severity::info: return "On time";
    case Severity::warn: return running.clock.due || running.clock.school_days_left ? "Due soon" : is_counted(running.kind) ? "Near the limit" : "Not known";
    case Severity::breach: return "Duty not met";
    }
    expects(false);
    return {};
}

ui::Html state_mark(const RunningClock& running)
{
    const auto words = state_words(running);
    if (running.clock.is_met) return ui::tag_html(words, ui::TagColour::green);
    if (running.reason) return ui::tag_html(words, ui::TagColour::grey);
    switch (running.clock.severity) {
    case Severity::info: return ui::tag_html(words, ui::TagColour::blue);
    case Severity::warn: return ui::tag_html(words, ui::TagColour::yellow);
    case Severity::breach: return ui::tag_html(words, ui::TagColour::red);
    }
    expects(false);
    return {};
}

std::string due_sentence(const RunningClock& running)
{
    const auto& clock = running.clock;
    if (clock.due && clock.is_met) return "It was due by " + long_date(*clock.due);
    if (clock.due && clock.school_days_left == 0) return "Due today, " + long_date(*clock.due);
    if (clock.due && clock.school_days_left) return (*clock.school_days_left < 0 ? "Was due " : "Due ") + long_date(*clock.due) + ", " + left_words(running);
    return is_counted(running.kind) ? clock.working : "Not known: calendar missing";
}

std::vector<pupils::ClockShown> clocks_of_record(Transaction& tx, const pupils::PupilSummary& pupil)
{
    const auto facts = facts_of(tx, pupil.id);
    if (!facts) return {};
    std::vector<pupils::ClockShown> shown;
    for (const auto& running : clocks_of_child(tx, *facts))
        if (!running.reason)
            shown.push_back({.clock = running.clock, .when = due_sentence(running), .state = std::string{state_words(running)},
                             .counted_in = std::string{enum_text(running.counted_in)}, .of_exclusion = is_of_exclusion(running.kind)});
    return shown;
}

std::string clocks_href(const pupils::PupilSummary& pupil) { return "/pupils/" + pupil.reference + "/clocks"; }

}  // namespace waymark::clocks
